import { HANDED } from "./handed-descriptors.ts";
import { type Grant, grants } from "./landlock.ts";
import type { Bind, Layer } from "./layer.ts";

// What bubblewrap prepares, in its order. No /proc: the engine does without, but for this one link, where it looks up what
// it is called before it loads some of its modules. The root is a memory file system, at last read-only. No --new-session:
// whoever starts this leads a session of its own already, and all that is started has to stay in its process group, by
// which it is ended.
const ITSELF = "/proc/self/exe";
const ALONE = ["--unshare-all", "--die-with-parent", "--cap-drop", "ALL"];
const READ_ONLY_ROOT = ["--remount-ro", "/"];

const BINDS: Readonly<Record<Bind["access"], string>> = {
  read: "--ro-bind",
  write: "--bind",
  device: "--dev-bind",
};

/**
 * Namespaces of its own (namespaces(7)), put up by bubblewrap: no other process, host name, network or memory segment is there,
 * and of the files just those that Landlock would grant. It needs user namespaces, or root.
 *
 * A granted path is bound from a descriptor. bubblewrap looks up by name what lies there then, binds that, and ends where
 * it is not what the descriptor stands for (bubblewrap 0.10, and 0.8 as Debian 12 has it; one that cannot ends at once).
 *
 * Alone it leaves a kernel's whole interface to whoever breaks the engine, hence the filter.
 */
export const namespaces: Layer = {
  name: "namespaces",
  stops: "seeing files, processes, users and networks of this machine at all",
  isPartOf: (reached) => "bubblewrap" in reached,
  apply: (inner, request) => ({
    ...inner,
    binds: bindsOf(grants(request)),
  }),
};

function bindsOf(all: readonly Grant[]): readonly Bind[] {
  const fixed = all.filter((one) => one.fixed);
  return all.map((one) => ({
    path: one.path,
    access: accessOf(one.path, one.rights),
    optional: one.optional === true,
    descriptor: one.fixed ? HANDED.fixed + fixed.indexOf(one) : null,
  }));
}

const WRITE_FILE = 1 << 1;

function accessOf(path: string, rights: number): Bind["access"] {
  if (path.startsWith("/dev/")) return "device";
  return rights & WRITE_FILE ? "write" : "read";
}

/** A file of ours that is read there. */
export function bindOf(path: string): Bind {
  return { path, access: "read", optional: false, descriptor: null };
}

/** perl, and its library where it is not part of it (libperl lies beside the C library). */
export function perlBinds(perl: string): readonly Bind[] {
  return [bindOf(perl), { ...bindOf("/usr/lib64"), optional: true }];
}

/** The command line that starts `argv` inside namespaces. `status` and `filter` are descriptors. */
export function enclosed(
  argv: readonly string[],
  around: {
    readonly bubblewrap: string;
    readonly engine: string;
    readonly binds: readonly Bind[];
    readonly status: number;
    readonly filter: number | null;
  },
): readonly string[] {
  const { bubblewrap, engine, binds, status, filter } = around;
  return [
    bubblewrap,
    ...binds.flatMap(bindWords),
    ...["--symlink", engine, ITSELF],
    ...ALONE,
    ...READ_ONLY_ROOT,
    ...["--json-status-fd", `${status}`],
    ...(filter === null ? [] : ["--seccomp", `${filter}`]),
    "--",
    ...argv,
  ];
}

function bindWords({ path, access, optional, descriptor }: Bind): readonly string[] {
  if (descriptor !== null) return [`${BINDS[access]}-fd`, `${descriptor}`, path];
  return [`${BINDS[access]}${optional ? "-try" : ""}`, path, path];
}
