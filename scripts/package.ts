// npm run package: what ships, by folder, with its sizes; fails where something is missing, does not belong, or
// the whole is over its budget.
import { spawnSync } from "node:child_process";
import { z } from "zod";

const packed = z
  .array(
    z.object({
      size: z.number(),
      unpackedSize: z.number(),
      files: z.array(z.object({ path: z.string(), size: z.number() })),
    }),
  )
  .length(1);

export interface Package {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** What may not be exceeded: raised by hand, with a reason in the commit. */
export const BUDGET = { files: 320, packedBytes: 1_200_000, unpackedBytes: 5_000_000 } as const;

/** Without one of these an installed writ does not start, or may not be given on. */
export const NEEDED: readonly string[] = [
  ...["bin/writ", "dist/main.js", "dist/guest.txt", "dist/writ.mjs", "dist/snippet.d.ts", "dist/build-id"],
  ...["dist/THIRD-PARTY-LICENSES", "LICENSE", "README.md", "CHANGELOG.md", "package.json"],
  ...[
    "directives/top-values.md",
    "snippets/top-values.ts",
    "dist/shipped/top-values.json",
    "samples/access.log",
  ],
];

/** All that may ship, and nothing else: sources, tests and scripts stay here. */
const BELONGS = [
  /^(LICENSE|README\.md|CHANGELOG\.md|package\.json)$/,
  /^bin\/writ$/,
  /^dist\/(build-id|guest\.txt|THIRD-PARTY-LICENSES|[\w-]+\.(js|mjs|d\.ts|json|sed))$/,
  /^dist\/chunks\/[\w-]+\.js$/,
  /^dist\/shipped\/[a-z0-9-]+\.json$/,
  /^directives\/[a-z0-9-]+(\.md|\/[\w.-]+)$/,
  /^snippets\/[a-z0-9-]+\.ts$/,
  /^samples\/[\w.-]+$/,
  /^docs\/([\w-]+\/)?[\w-]+\.md$/,
];

/** What is wrong with a package, one sentence each. */
export function problems({ files, packedBytes, unpackedBytes }: Package): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  const over = (what: string, is: number, most: number) =>
    is > most ? [`${what} ${is.toLocaleString("en")}, at most ${most.toLocaleString("en")} are allowed`] : [];
  return [
    ...NEEDED.filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
    ...[...paths]
      .filter((path) => !BELONGS.some((form) => form.test(path)))
      .map((path) => `${path} does not belong`),
    ...over("files:", files.length, BUDGET.files),
    ...over("packed bytes:", packedBytes, BUDGET.packedBytes),
    ...over("unpacked bytes:", unpackedBytes, BUDGET.unpackedBytes),
  ];
}

/** One line per folder: how many files, how many bytes. */
export function table({ files }: Package): readonly string[] {
  const folders = Map.groupBy(files, ({ path }) => (path.includes("/") ? path.replace(/\/[^/]*$/, "") : "."));
  return [...folders].map(([folder, inside]) => {
    const bytes = inside.reduce((sum, one) => sum + one.bytes, 0);
    return `${folder.padEnd(20)} ${String(inside.length).padStart(4)} files ${kilobytes(bytes).padStart(10)}`;
  });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function pack(): Package {
  const { stdout, stderr, status } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm pack failed:\n${stderr}`);
  const { size, unpackedSize, files } = packed.parse(JSON.parse(stdout))[0]!;
  return {
    packedBytes: size,
    unpackedBytes: unpackedSize,
    files: files.map((file) => ({ path: file.path, bytes: file.size })),
  };
}

if (import.meta.main) {
  const what = pack();
  const { files, packedBytes, unpackedBytes } = what;
  for (const line of table(what)) console.log(line);
  console.log(
    `${files.length} files, ${kilobytes(packedBytes)} packed, ${kilobytes(unpackedBytes)} unpacked`,
  );
  const wrong = problems(what);
  for (const problem of wrong) console.error(problem);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
