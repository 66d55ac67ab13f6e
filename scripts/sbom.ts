// npm run --silent sbom: a bill of materials as CycloneDX 1.6 in JSON on stdout. npm's own leaves out what is
// bundled; here both are in it. The same checkout gives the same bytes: no time, no serial number.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type ThirdParty, thirdParty } from "./third-party.ts";

interface Component {
  readonly type: "library";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  /** "optional": installed only where it fits the machine. */
  readonly scope: "required" | "optional";
  readonly licenses: readonly [{ readonly expression: string }];
  readonly purl: string;
  readonly hashes?: readonly [{ readonly alg: "SHA-512"; readonly content: string }];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

/** One component of the bill. */
export function component({ name, version, licence, how, integrity }: ThirdParty): Component {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const sha512 = /^sha512-(.+)$/.exec(integrity ?? "")?.[1];
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    scope: how === "platform" ? "optional" : "required",
    licenses: [{ expression: licence }],
    purl,
    ...(sha512 && { hashes: [{ alg: "SHA-512", content: Buffer.from(sha512, "base64").toString("hex") }] }),
    properties: [{ name: "writ:how", value: how }],
  };
}

/** The bill for writ at `version`, with its components by name. */
export function bill(version: string, packages: readonly ThirdParty[]) {
  const ref = `pkg:npm/writ@${version}`;
  const components = packages.map(component);
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": ref,
        name: "writ",
        version,
        licenses: [{ expression: "MIT" }],
        purl: ref,
      },
    },
    components,
    dependencies: [{ ref, dependsOn: components.map((one) => one["bom-ref"]) }],
  };
}

if (import.meta.main) {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  process.stdout.write(`${JSON.stringify(bill(version, await thirdParty(".")), null, 2)}\n`);
}
