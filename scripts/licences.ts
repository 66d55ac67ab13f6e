// The licences of everything that ships: `npm run licences` prints them, the build writes them to
// `dist/THIRD-PARTY-LICENSES`. Fails at a licence that is not on the list and at a bundled package whose text
// is nowhere.
import { readFileSync } from "node:fs";
import { licenceTexts, type ThirdParty, thirdParty } from "./third-party.ts";

/** Licences under which code may ship with a program under the MIT licence. */
const ACCEPTED = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"];

// Packages under the MIT licence whose tarball carries no text of it.
const COPYRIGHTS: Readonly<Record<string, readonly string[]>> = {
  "@xterm/headless": [
    "Copyright (c) 2017-2019, The xterm.js authors (https://github.com/xtermjs/xterm.js)",
    "Copyright (c) 2014-2016, SourceLair Private Company (https://www.sourcelair.com)",
    "Copyright (c) 2012-2013, Christopher Jeffrey (https://github.com/chjj/)",
  ],
  "yoga-layout": ["Copyright (c) Meta Platforms, Inc. and affiliates."],
};

/**
 * The text that ships. `mit` is the MIT licence without its copyright line.
 * @throws Error naming a package whose licence is not accepted, or whose text is missing
 */
export function notices(packages: readonly ThirdParty[], mit: string): string {
  const strange = packages.find(({ licence }) => !ACCEPTED.includes(licence));
  if (strange) {
    throw new Error(
      `${strange.name} is under "${strange.licence}", and ships: accepted are ${ACCEPTED.join(", ")}`,
    );
  }
  const bundled = packages.filter(({ how }) => how === "bundled");
  const beside = packages.filter(({ how }) => how !== "bundled");
  return [
    "What writ is built from. writ's own licence is in LICENSE.",
    `Installed beside it, each with its licence in its own folder (some only where they fit the machine):\n\n${beside
      .map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`)
      .join("\n")}`,
    "Part of the files in this folder:",
    ...bundled.map((one) => `${"-".repeat(78)}\n${heading(one)}\n\n${textOf(one, mit)}`),
  ]
    .join("\n\n")
    .concat("\n");
}

function heading({ name, version, licence }: ThirdParty): string {
  return `${name} ${version}: ${licence}`;
}

function textOf({ name, licence, folder }: ThirdParty, mit: string): string {
  const texts = licenceTexts(folder);
  const copyrights = COPYRIGHTS[name];
  if (texts.length > 0) return texts.join("\n\n");
  if (licence === "MIT" && copyrights) return `${copyrights.join("\n")}\n\n${mit}`;
  throw new Error(`${name} is bundled and brings no licence text: add its copyright to scripts/licences.ts`);
}

/** What `dist/THIRD-PARTY-LICENSES` holds, for the checkout in the working folder. */
export async function shippedNotices(): Promise<string> {
  const own = readFileSync("LICENSE", "utf8").trim();
  return notices(await thirdParty("."), own.slice(own.indexOf("Permission")));
}

if (import.meta.main) process.stdout.write(await shippedNotices());
