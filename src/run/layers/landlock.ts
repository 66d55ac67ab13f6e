import type { GrantedPath } from "../grants/grant.ts";
import { type Call, MAY_FAIL } from "../stage/call.ts";
import type { Machine } from "../stage/syscalls.ts";
import { type Layer, type LayerRequest, whereStaged } from "./layer.ts";

// linux/landlock.h. Rights over files are the bits from 0 on, each with the interface version it came with.
const EXECUTE = 1 << 0;
const WRITE_FILE = 1 << 1;
const READ_FILE = 1 << 2;
const FILE_RIGHTS = 13; // execute, write, read, list, remove, make: bits 0 to 12
const TRUNCATE = { bit: 14, abi: 3, what: "truncate" };
const LATER_FILE_RIGHTS = [
  { bit: 13, abi: 2, what: "move or link to another folder" },
  TRUNCATE,
  { bit: 15, abi: 5, what: "ioctl on devices" },
];
const TCP_BIND_AND_CONNECT = { rights: 3, abi: 4 };
/** The interface from which on signals reach no process outside. */
export const SCOPED_SIGNALS = 6;
const OTHER_SOCKETS_AND_SIGNALS = { rights: 3, abi: SCOPED_SIGNALS };

/** The newest interface whose additions are used here; newer ones take the same request. */
export const LANDLOCK_NEWEST = 6;

const RULE_PATH_BENEATH = 1;
// open(2): a handle on a path, not on its content.
const AT_FDCWD = -100;
const O_PATH_CLOEXEC = 0x280000;
// openat2(2): no symbolic link anywhere on the path, nor one of those in /proc that lead elsewhere by magic.
const RESOLVE_NO_MAGICLINKS = 0x02;
const RESOLVE_NO_SYMLINKS = 0x04;
// Everything above 2 was closed: the ruleset is 3, and each path that is opened for a rule is 4.
const RULESET = 3;
const PATH = 4;

/** A path that a run needs, with Landlock's rights over it. */
export interface Grant {
  readonly path: string;
  readonly rights: number;
  /** Where systems differ: a path that is not there grants nothing. */
  readonly optional?: boolean;
  /** No symbolic link may lead to it: what was approved is this path and no other. */
  readonly fixed?: boolean;
}

/**
 * Landlock (landlock(7)): the process gives up every right over files, TCP, and, where the kernel knows them,
 * abstract sockets and signals to others; what it needs is granted back path by path. Rights are bound to
 * what a path stands for when the stage runs: replacing it later widens nothing. A granted path must still be free of
 * symbolic links then (openat2(2)); else the run does not start.
 *
 * What this does not stop: who can rename files there can put another file, or a folder, in a granted file's place
 * before a run.
 */
export const landlock: Layer = {
  name: "Landlock",
  stops: "files outside the run's own, TCP, abstract sockets, signals to other processes",
  isPartOf: whereStaged,
  apply: (inner, request) => ({
    ...inner,
    calls: [
      ...inner.calls,
      createRuleset(request.landlockAbi),
      ...grants(request).flatMap(grantCalls),
      { call: "landlock_restrict_self", args: [RULESET, 0] },
      { call: "close", args: [RULESET] },
    ],
  }),
};

// struct landlock_ruleset_attr {u64 files; u64 net; u64 scoped}: what is forbidden unless granted.
function createRuleset(abi: number): Call {
  const later = LATER_FILE_RIGHTS.filter((right) => right.abi <= abi);
  const files = later.reduce((rights, { bit }) => rights + 2 ** bit, 2 ** FILE_RIGHTS - 1);
  const net = abi >= TCP_BIND_AND_CONNECT.abi ? TCP_BIND_AND_CONNECT.rights : 0;
  const scoped = abi >= OTHER_SOCKETS_AND_SIGNALS.abi ? OTHER_SOCKETS_AND_SIGNALS.rights : 0;
  return { call: "landlock_create_ruleset", args: [{ words: [files, net, scoped] }, 24, 0], most: RULESET };
}

// The loader, and the C library's folders, which differ by distribution.
const SYSTEM: Readonly<Record<Machine, { readonly loader: string; readonly folders: readonly string[] }>> = {
  x64: {
    loader: "/lib64/ld-linux-x86-64.so.2",
    folders: ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64"],
  },
  arm64: {
    loader: "/lib/ld-linux-aarch64.so.1",
    folders: ["/lib/aarch64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/lib64"],
  },
};

/** All that a run needs of the file system. Other walls let through the same. */
export function grants(request: LayerRequest): readonly Grant[] {
  const { loader, folders } = SYSTEM[request.machine];
  return [
    { path: loader, rights: EXECUTE | READ_FILE },
    ...folders.map((path) => ({ path, rights: READ_FILE, optional: true })),
    { path: "/etc/ld.so.cache", rights: READ_FILE, optional: true },
    ...ownGrants(request),
  ];
}

/** The same without the system's own folders. */
export function ownGrants(request: LayerRequest): readonly Grant[] {
  const { engine, runner, guest, helpers, granted, landlockAbi } = request;
  return [
    { path: engine, rights: EXECUTE | READ_FILE },
    { path: "/dev/urandom", rights: READ_FILE },
    { path: "/dev/null", rights: READ_FILE | WRITE_FILE },
    ...[runner, guest, helpers].map((path) => ({ path, rights: READ_FILE })),
    ...granted.flatMap((one) => (one.path ? [grantOf(one.path, landlockAbi)] : [])),
  ];
}

/** Nothing can be made, removed or listed, and what is written cannot be read or executed. */
function grantOf({ path, access, fixed }: GrantedPath, abi: number): Grant {
  const truncate = abi >= TRUNCATE.abi ? 1 << TRUNCATE.bit : 0;
  return { path, rights: access === "read" ? READ_FILE : WRITE_FILE | truncate, fixed };
}

// struct landlock_path_beneath_attr {u64 rights; s32 descriptor}.
function grantCalls({ path, rights, optional, fixed }: Grant): readonly Call[] {
  const done = optional ? { most: MAY_FAIL } : {};
  return [
    { ...(fixed ? openFixed(path) : openAny(path)), most: optional ? MAY_FAIL : PATH },
    { call: "landlock_add_rule", args: [RULESET, RULE_PATH_BENEATH, { words: [rights, PATH] }, 0], ...done },
    { call: "close", args: [PATH], ...done },
  ];
}

function openAny(path: string): Call {
  return { call: "openat", args: [AT_FDCWD, { text: path }, O_PATH_CLOEXEC, 0] };
}

// struct open_how {u64 flags; u64 mode; u64 resolve}.
function openFixed(path: string): Call {
  const how = [O_PATH_CLOEXEC, 0, RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS];
  return { call: "openat2", args: [AT_FDCWD, { text: path }, { words: how }, 24] };
}
