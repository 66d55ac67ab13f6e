import { describe, expect, test } from "vitest";
import { grantsFor } from "../../../src/run/grants/index.ts";
import { grants } from "../../../src/run/layers/landlock.ts";
import { BARE, type LayerRequest } from "../../../src/run/layers/layer.ts";
import { enclosed, namespaces } from "../../../src/run/layers/namespaces.ts";
import { seatbelt } from "../../../src/run/layers/seatbelt.ts";

const REQUEST: LayerRequest = {
  engine: "/e/deno",
  runner: "/s/r.mjs",
  guest: "/d/guest.txt",
  helpers: "/d/writ.mjs",
  granted: grantsFor(["read:/g/file", "read:/g/folder/", 'write:/g/o"ut'], ["/in/a"]),
  v8Flags: [],
  rlimits: [],
  level: "namespace",
  face: "attended",
  machine: "x64",
  landlockAbi: 0,
  alarmMs: null,
};

describe("namespaces", () => {
  const binds = namespaces.apply(BARE, REQUEST).binds!;

  test("bind exactly the paths that Landlock would grant", () => {
    expect(binds.map(({ path }) => path)).toEqual(grants(REQUEST).map(({ path }) => path));
  });

  test("let nothing be written but what was granted for it, and see two devices", () => {
    const withAccess = (access: string) =>
      binds.filter((one) => one.access === access).map(({ path }) => path);
    expect(withAccess("write")).toEqual(['/g/o"ut']);
    expect(withAccess("device")).toEqual(["/dev/urandom", "/dev/null"]);
  });

  test("take each path that no symbolic link may lead to from a descriptor of its own", () => {
    const handed = binds.flatMap(({ path, descriptor }) => (descriptor === null ? [] : [[descriptor, path]]));
    expect(handed).toEqual([
      [6, "/g/file"],
      [7, "/g/folder/"],
      [8, '/g/o"ut'],
    ]);
    const around = { bubblewrap: "/usr/bin/bwrap", engine: "/e/deno", binds, status: 3, filter: 4 };
    const words = enclosed([], around).join(" ");
    expect(words).toContain(' --ro-bind-fd 6 /g/file --ro-bind-fd 7 /g/folder/ --bind-fd 8 /g/o"ut ');
    expect(words).toContain(" --ro-bind /in/a /in/a ");
  });

  test("share nothing with this machine, and end with a root that cannot be written", () => {
    const around = { bubblewrap: "/usr/bin/bwrap", engine: "/e/deno", binds, status: 3, filter: 4 };
    const words = enclosed(["/e/deno", "run"], around).join(" ");
    expect(words).toMatch(/^\/usr\/bin\/bwrap --ro-bind /);
    expect(words).toMatch(
      / --unshare-all --die-with-parent --cap-drop ALL --remount-ro \/ --json-status-fd 3 --seccomp 4 -- \/e\/deno run$/,
    );
    expect(words).not.toMatch(/--proc|--share-net|--setenv|--dev |--new-session/);
  });
});

test("the profile of macOS denies all but the run's own files and the system's libraries", () => {
  const lines = seatbelt.apply(BARE, REQUEST).profile!.split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "(version 1)",
    "(deny default)",
    '(allow process-exec (literal "/e/deno"))',
  ]);
  expect(lines).toContain("(deny network*)");
  expect(lines).toContain("(deny process-fork)");
  const writes = lines.filter((line) => line.includes("file-write"));
  expect(writes).toEqual(['(allow file-write* (literal "/dev/null") (literal "/g/o\\"ut"))']);
  expect(lines.find((line) => line.includes("/in/a"))).toContain('(subpath "/g/folder")');
});
