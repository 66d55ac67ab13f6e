// Installs of the packed product into empty folders, and a person at them with a home and a PATH of their own.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";

/** Where the Node lies that runs these tests; and whatever is first on PATH without the checkout's own folder. */
export const NODE_26 = resolve("node_modules/.bin");
const SYSTEM = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const OF_NODE = /^(node|nodejs|npm|npx|corepack)$/;

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** A folder for everything of one test file. Not under /tmp, which is often memory, and an install is 400 MB. */
export function makeRoot(): { readonly root: string; readonly tarball: string; close(): void } {
  const root = mkdtempSync("/var/tmp/writ installed é ");
  const packed = npm(["pack", "--ignore-scripts", "--pack-destination", root], process.cwd());
  if (packed.exit !== 0) throw new Error(packed.stderr);
  const tarball = join(root, readdirSync(root).find((file) => file.endsWith(".tgz"))!);
  return { root, tarball, close: () => rmSync(root, { recursive: true, force: true }) };
}

/** npm as this machine is set up, from its cache where it can; `prefix` is where it puts what is global. */
export function npm(words: readonly string[], cwd: string, prefix?: string): Ended {
  const all = [...words, "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const env = {
    PATH: SYSTEM,
    HOME: homedir(),
    ...configOfNpm(),
    ...(prefix && { npm_config_prefix: prefix }),
  };
  return ended(spawnSync("npm", all, { cwd, env, encoding: "utf8" }));
}

// Only what points npm to its registry: a test started by `npm test` inherits far more.
function configOfNpm(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(npm_config_(registry|cache|userconfig|cafile)|https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file)$/i.test(
      name,
    ),
  );
  return Object.fromEntries(kept);
}

/** A person with an empty home and the sample log, in a folder of their own below `root`. */
export function person(
  root: string,
  { path = SYSTEM, as }: { readonly path?: string; readonly as?: Identity } = {},
) {
  const folder = mkdtempSync(join(root, "person "));
  const home = join(folder, "home");
  mkdirSync(home);
  cpSync("samples/access.log", join(folder, "access.log"));
  const env = { PATH: path, HOME: home, TMPDIR: "/tmp" };
  if (as) spawnSync("chown", ["-R", `${as.uid}:${as.gid}`, folder]);
  return {
    folder,
    home,
    /** One line of sh, nothing on stdin, no terminal. */
    does: (line: string): Ended =>
      ended(spawnSync("/bin/sh", ["-c", line], { cwd: folder, env, encoding: "utf8", input: "", ...as })),
    /** Paths of the files in the home, sorted. */
    files: (): string[] =>
      readdirSync(home, { recursive: true, withFileTypes: true, encoding: "utf8" })
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name).slice(home.length + 1))
        .sort(),
  };
}

export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** A PATH with the system's programs and no Node: links to all others. */
export function pathWithoutNode(root: string): string {
  const bin = join(root, "no node");
  mkdirSync(bin);
  for (const folder of SYSTEM.split(":").filter((one) => existsSync(one))) {
    for (const program of readdirSync(folder)) {
      const link = join(bin, program);
      if (!OF_NODE.test(basename(program)) && !existsSync(link)) symlinkSync(join(folder, program), link);
    }
  }
  return bin;
}

function ended(child: { stdout: string; stderr: string; status: number | null }): Ended {
  return { stdout: child.stdout, stderr: child.stderr, exit: child.status ?? -1 };
}
