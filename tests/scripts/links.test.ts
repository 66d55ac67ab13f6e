import { describe, expect, test } from "vitest";
import { anchorsOf, deadNames, type There } from "../../scripts/links.ts";

const PATHS = ["docs/a.md", "docs/b.md", "src/run/plan.ts", "scripts/x.ts"];
const there: There = {
  path: (path) => PATHS.includes(path),
  anchors: () => ["on-disk"],
  scripts: ["check"],
  commands: ["run", "list"],
  options: ["--yes"],
  folders: ["run"],
};
const dead = (text: string) => deadNames("docs/a.md", text, there);

describe("deadNames", () => {
  test.each([
    ["[b](c.md)", "the link to c.md leads nowhere"],
    ["[b](b.md#nowhere)", "docs/b.md has no heading #nowhere"],
    ["[b](#nowhere)", "docs/a.md has no heading #nowhere"],
    ["`npm run chekc`", "package.json has no script chekc"],
    ["`run/gone.ts` does", "there is no src/run/gone.ts"],
    ["`scripts/gone.ts` does", "there is no scripts/gone.ts"],
    ["`writ frobnicate x`", "writ has no command frobnicate"],
    ["with `--yess`", "no --help tells of --yess"],
  ])("finds what %j names and is not there", (text, what) => {
    expect(dead(text)).toEqual([`docs/a.md:1: ${what}`]);
  });

  test.each([
    "[b](b.md#on-disk) and [away](https://example.com/x)",
    "`npm run --silent check`",
    "`run/plan.ts`, `run/plan` and `scripts/x.ts`",
    "`writ run NAME --yes`",
    "`a[0](x)` is code",
  ])("finds nothing in %j", (text) => {
    expect(dead(text)).toEqual([]);
  });

  test("finds nothing that looks like a link in fenced code", () => {
    expect(dead("```js\na[0](x)\n```")).toEqual([]);
  });
});

test("anchors are what a page has, repeats numbered", () => {
  expect(anchorsOf("# On disk\ntext\n## What `a` is, today\n## On disk\n")).toEqual([
    "on-disk",
    "what-a-is-today",
    "on-disk-1",
  ]);
});
