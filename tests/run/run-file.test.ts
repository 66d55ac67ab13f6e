import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type RunFileRequest, runFile } from "../../src/run/run-file.ts";
import { canBeVerified, xdgFolders } from "../../src/run/run-file-unchanged.ts";
import { quote } from "../../src/run/sh-quote.ts";
import { keptLimits, type Limits } from "../../src/terms/limit.ts";
import type { OptionSchema } from "../../src/terms/option.ts";

const schema: OptionSchema = {
  summary: "",
  options: [
    { name: "n", type: "integer", array: false, required: false, help: "" },
    { name: "minShare", type: "number", array: false, required: false, help: "" },
    { name: "words", type: "boolean", array: false, required: false, help: "" },
  ],
};

const DECIDING = ["snippet", "directive", "approval"] as const;
const ENV = { PATH: process.env.PATH, HOME: "/home/ada", XDG_DATA_HOME: "/home/ada/its data" };
const PROGRAMS = {
  ...{ sha256sum: "/usr/bin/sha256sum", sed: "/usr/bin/sed", wc: "/usr/bin/wc" },
};
// Modes hold nobody back who is root.
const PLAIN_USER = process.geteuid!() === 0 ? 65534 : process.geteuid!();
const SAME = createHash("sha256").update("same\n").digest("hex");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writ 'run' file "));
  write("engine", '#!/bin/sh\necho "short $*"\nwhile read -r line; do echo "read $line"; done\nexit $CODE\n');
  mkdirSync(join(folder, "bin"));
  write("bin/writ", '#!/bin/sh\necho "long $*"\n');
  for (const name of DECIDING) write(name, "same\n");
  write("data", "d\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), 0o755);
}

/** Run the file of a command whose engine and Node are little scripts that say how they were called. */
function run(
  argv: readonly string[],
  more: {
    request?: Partial<RunFileRequest>;
    limits?: Partial<Limits>;
    build?: string;
    code?: number;
    env?: NodeJS.ProcessEnv;
    user?: number;
    stdout?: number;
    /** A limit around it, in the words of ulimit. */
    ulimit?: string;
  } = {},
) {
  const at = (name: string) => join(folder, name);
  const text = runFile({
    ...{ name: "top", notes: at("notes"), root: folder, buildId: "b1" },
    ...{ argv: [at("engine"), "{}"], env: { CODE: String(more.code ?? 0) }, schema },
    limits: { ...keptLimits(1024 ** 3), ...more.limits },
    ...{
      visibleScript: at("visible.sed"),
      engine: at("engine"),
      programs: PROGRAMS,
      folders: xdgFolders(ENV),
    },
    verified: DECIDING.map((name) => ({ path: at(name), sha256: SAME })),
    ...{ absent: [at("none/config.toml")], granted: [], writable: [], stage: null },
    ...more.request,
  });
  write("top.sh", text);
  const env = { ...ENV, WRIT_BUILD: more.build ?? `${folder} b1`, ...more.env };
  const around = more.ulimit === undefined ? [] : ["-c", `ulimit ${more.ulimit}; exec /bin/sh "$@"`, "sh"];
  const ran = spawnSync("/bin/sh", [...around, at("top.sh"), ...argv], {
    ...(more.user === undefined ? {} : { uid: more.user }),
    cwd: folder,
    env,
    input: "piped\n",
    stdio: ["pipe", more.stdout ?? "pipe", "pipe"],
    encoding: "utf8",
  });
  return { out: ran.stdout?.trimEnd(), error: ran.stderr.trimEnd(), code: ran.status };
}

describe("runFile", () => {
  test.each([
    [[], "short {} stdin\nread piped"],
    [["data"], "short {} data data\nread d"],
    [["-n", "3", "data"], "short {} data -n 3 data\nread d"],
    [["--min-share", "data"], "short {} stdin --min-share data\nread piped"],
    [["--minShare=0.5", "--no-words", "-n=-1"], "short {} stdin --minShare=0.5 --no-words -n=-1\nread piped"],
    [["-n", "-o"], "short {} stdin -n -o\nread piped"],
  ])("goes the short way with %j", (argv, out) => {
    expect(run(argv)).toMatchObject({ out, code: 0 });
  });

  test.each([
    ["an option of writ's", ["-o", "csv"]],
    ["an unknown option", ["--nope"]],
    ["help", ["--help"]],
    ["a dash", ["-"]],
    ["the end of options", ["--", "data"]],
    ["two files", ["data", "data"]],
    ["a missing file", ["nothing"]],
    ["a folder", ["."]],
    ["a missing value", ["-n"]],
  ])("takes the long way with %s", (_name, argv) => {
    expect(run(argv).out).toBe(`long run top ${argv.join(" ")}`);
  });

  test("takes the long way where the engine is newer than the run file", () => {
    expect(run([]).out).toMatch(/^short/);
    const soon = Date.now() / 1000 + 60;
    utimesSync(join(folder, "engine"), soon, soon);
    expect(run([]).out).toBe("long run top");
  });

  test.each(DECIDING)(
    "takes the long way where the %s has other bytes or is gone, however old it is",
    (name) => {
      write(name, "changed\n");
      utimesSync(join(folder, name), 1, 1);
      expect(run([]).out).toBe("long run top");
      rmSync(join(folder, name));
      expect(run([]).out).toBe("long run top");
      write(name, "same\n");
      expect(run([]).out).toMatch(/^short/);
    },
  );

  test("takes the long way where writ is another", () => {
    expect(run([], { build: `${folder} b2` }).out).toBe("long run top");
  });

  test("takes the long way where a file that must not be there is, or is a link to nothing", () => {
    mkdirSync(join(folder, "none"));
    expect(run([]).out).toMatch(/^short/);
    symlinkSync("nowhere", join(folder, "none/config.toml"));
    expect(run([]).out).toBe("long run top");
    rmSync(join(folder, "none/config.toml"));
    write("none/config.toml", "");
    utimesSync(join(folder, "none/config.toml"), 1, 1);
    expect(run([]).out).toBe("long run top");
  });

  test("takes the long way where the folder of a file that must not be there is a file or a link to nothing", () => {
    write("none", "");
    expect(run([]).out).toBe("long run top");
    rmSync(join(folder, "none"));
    symlinkSync("nowhere", join(folder, "none"));
    expect(run([]).out).toBe("long run top");
  });

  test("takes the long way where the folder of a file that must not be there cannot be searched", () => {
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, "none"), { mode: 0o755 });
    expect(run([], { user: PLAIN_USER }).out).toMatch(/^short/);
    chmodSync(join(folder, "none"), 0);
    expect(run([], { user: PLAIN_USER }).out).toBe("long run top");
    chmodSync(join(folder, "none"), 0o755);
  });

  test.each([
    ["XDG_CONFIG_HOME", "/home/ada/other", "long run top"],
    ["XDG_CONFIG_HOME", "/home/ada/.config", "short {} stdin\nread piped"],
    ["XDG_CONFIG_HOME", "", "short {} stdin\nread piped"],
    ["XDG_DATA_HOME", "/home/ada/other", "long run top"],
    ["XDG_DATA_HOME", "", "long run top"],
    ["XDG_STATE_HOME", "/home/ada/other", "long run top"],
    ["HOME", "/home/eve", "long run top"],
  ])("with %s=%s: %s", (name, value, out) => {
    expect(run([], { env: { [name]: value } }).out).toBe(out);
  });

  test("starts no program that is first on PATH", () => {
    mkdirSync(join(folder, "first"));
    for (const name of ["sha256sum", "wc", "sed"]) write(`first/${name}`, "#!/bin/sh\necho 0\nexit 0\n");
    const env = { PATH: `${join(folder, "first")}:${process.env.PATH}` };
    expect(run(["data"], { env }).out).toMatch(/^short/);
    write("snippet", "changed\n");
    expect(run(["data"], { env }).out).toBe("long run top data");
    expect(run(["data"], { env: { PATH: "" } }).out).toBe("long run top data");
  });

  test("takes the long way where a granted file or folder is not there, or is a link now", () => {
    const granted = [join(folder, "data"), `${folder}/`];
    expect(run([], { request: { granted } }).out).toMatch(/^short/);
    expect(run([], { request: { granted: [...granted, join(folder, "none")] } }).out).toBe("long run top");
    expect(run([], { request: { granted: [`${join(folder, "data")}/`] } }).out).toBe("long run top");
    symlinkSync(join(folder, "data"), join(folder, "link"));
    expect(run([], { request: { granted: [join(folder, "link")] } }).out).toBe("long run top");
  });

  test("takes the long way where the input is a file that may be written, under whatever name", () => {
    linkSync(join(folder, "data"), join(folder, "same"));
    const granted = [join(folder, "same"), join(folder, "directive")];
    expect(run(["data"], { request: { granted, writable: granted.slice(1) } }).out).toMatch(/^short/);
    expect(run(["data"], { request: { granted, writable: granted } }).out).toBe("long run top data");
    expect(run([], { request: { granted, writable: granted } }).out).toMatch(/^short/);
  });

  test("takes the long way where the result goes into a granted file", () => {
    const granted = [join(folder, "data")];
    const into = (name: string) => {
      const stdout = openSync(join(folder, name), "a");
      run([], { request: { granted }, stdout });
      closeSync(stdout);
      return readFileSync(join(folder, name), "utf8").trimEnd();
    };
    expect(into("other")).toMatch(/^short/);
    expect(into("data")).toMatch(/\nlong run top$/);
  });

  test.each([
    [1, 1, ""],
    [2, 2, ""],
    [65, 65, ""],
    [77, 1, ""],
    [66, 66, ""],
    [133, 137, "writ: top: probably stopped at its memory limit (256M): raise it with --memory 512M"],
    [139, 1, "writ: top: the snippet was ended: its engine crashed"],
    [142, 1, ""],
    [152, 124, "writ: top: stopped at a CPU limit that was set outside of writ: see ulimit -t"],
    [
      153,
      1,
      "writ: top: the snippet was ended: its output is probably over a limit on file sizes that was set outside of writ: see ulimit -f",
    ],
    [154, 1, ""],
    [141, 0, ""],
    [125, 125, "writ: top: a layer of the sandbox could probably not be applied: see writ doctor"],
  ])("maps the ending %i to %i", (code, exit, error) => {
    expect(run([], { code })).toMatchObject({ code: exit, error });
  });

  test.each([
    [142, { wallMs: 2000 }, 124, "stopped after 2 s of time (limit 2 s): raise it with --time 12s"],
    [152, { cpuMs: 1500 }, 124, "stopped after 2 s of CPU (limit 2 s): raise it with --cpu 12s"],
    [
      153,
      { outputBytes: 1024 },
      153,
      "probably stopped at its output limit (1K): raise it with --max-output 2K",
    ],
    [
      154,
      { records: 5 },
      153,
      "probably stopped at its records limit (5 records): raise it with --max-records 10",
    ],
  ])("maps the ending %i under %j to %i", (code, limits, exit, error) => {
    expect(run([], { code, limits })).toMatchObject({ code: exit, error: `writ: top: ${error}` });
  });

  test.each([
    ["-s 512", 139, "ulimit -s takes 1024 or more"],
    ["-d 600000", 133, "ulimit -d takes"],
    ["-v 30000000", 134, "ulimit -v takes"],
  ])("names a limit of the caller's that is too low for a run (%s)", (ulimit, code, words) => {
    const { code: exit, error } = run([], { code, ulimit });
    expect([exit, error]).toEqual([
      1,
      expect.stringContaining(`ended: probably by a limit that was set outside of writ: ${words}`),
    ]);
  });

  test("names the CPU limit that follows from the size of the input", () => {
    const error = "writ: top: stopped after 61 s of CPU (limit 61 s): raise it with --cpu 366s";
    expect(run(["data"], { code: 152 })).toMatchObject({ code: 124, error });
  });
});

test.each([
  ["/home/ada/it's here", true],
  ["/home/a\\b", false],
  ["/home/a\nb", false],
])("canBeVerified of %j is %s", (path, can) => {
  expect(canBeVerified(path)).toBe(can);
});

test.each(["plain", "a b", "it's", "$(id)", "`id`", "a\nb", "*", "", '"', "\\"])(
  "quote keeps %j one word",
  (text) => {
    const echoed = spawnSync("/bin/sh", ["-c", `printf '[%s]' ${quote(text)}`], { encoding: "utf8" });
    expect(echoed.stdout).toBe(`[${text}]`);
  },
);

describe("the note of a run", () => {
  const noted = () =>
    readFileSync(join(folder, "notes"), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  test.each([
    ["a FILE with its size", ["data"], 0, 2],
    ["a pipe without", [], 0, null],
    ["a run that fails with its exit code", ["data"], 65, 2],
  ])("has %s", (_, argv, code, bytesIn) => {
    write("notes", "");
    expect(run(argv, { code }).code).toBe(code);
    const [note, ...others] = noted();
    expect(note).toMatchObject({ v: 1, name: "top", exitCode: code, bytesIn });
    expect(note.boot).toMatch(/^[0-9a-f-]{36}$/);
    expect(note.to).toBeGreaterThanOrEqual(note.from);
    expect(others).toEqual([]);
  });

  test.each<[string, () => void, Parameters<typeof run>[1]]>([
    ["is no file", () => mkdirSync(join(folder, "notes")), {}],
    ["is not there", () => {}, {}],
    ["takes no more", () => write("notes", "x".repeat(2048)), { ulimit: "-f 1" }],
    [
      "may not be written",
      () => {
        write("notes", "");
        chmodSync(join(folder, "notes"), 0o444);
      },
      { user: PLAIN_USER },
    ],
  ])("takes nothing from a run where the file %s", (_, arrange, more) => {
    arrange();
    chmodSync(folder, 0o755);
    expect(run(["data"], { code: 65, ...more })).toMatchObject({ error: "", code: 65 });
  });

  test("is not made of a run that goes the long way", () => {
    write("notes", "");
    run(["--unknown"]);
    expect(noted()).toEqual([]);
  });
});
