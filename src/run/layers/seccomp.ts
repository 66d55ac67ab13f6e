import type { Level } from "../../terms/level.ts";
import type { CheckedCall, Filter } from "../stage/call.ts";
import { SCOPED_SIGNALS } from "./landlock.ts";
import { type Layer, whereStaged } from "./layer.ts";

const SECCOMP_SET_MODE_FILTER = 1;
const ENOSYS = 38;

/** What the engine calls whatever its arguments, the frequent first; seen over many kinds of runs. */
const PLAIN = [
  ...["read", "write", "futex", "madvise", "mmap", "munmap", "mprotect", "epoll_pwait", "epoll_wait"],
  ...["close", "stat", "fstat", "lstat", "poll", "lseek", "brk", "rt_sigprocmask", "rt_sigreturn", "pread64"],
  ...[
    "readv",
    "writev",
    "access",
    "sched_yield",
    "mremap",
    "nanosleep",
    "getpid",
    "recvfrom",
    "exit",
    "uname",
  ],
  ...["getcwd", "readlink", "gettimeofday", "getrusage", "sysinfo", "getuid", "getgid", "geteuid", "getegid"],
  ...["getppid", "sigaltstack", "sched_getparam", "sched_getscheduler", "arch_prctl", "gettid", "time"],
  ...["sched_getaffinity", "set_tid_address", "restart_syscall", "clock_gettime", "clock_getres"],
  ...["clock_nanosleep", "exit_group", "epoll_ctl", "tgkill", "openat", "newfstatat", "readlinkat"],
  ...[
    "set_robust_list",
    "eventfd2",
    "epoll_create1",
    "ppoll",
    "pipe2",
    "getrandom",
    "membarrier",
    "pkey_mprotect",
  ],
  ...["pkey_alloc", "pkey_free", "statx", "rseq"],
] as const;

/** What is allowed for some arguments only. */
export const CHECKED: readonly (CheckedCall & { readonly why: string })[] = [
  { call: "clone", arg: 0, is: { has: 0x10000 }, why: "threads (CLONE_THREAD), no processes" },
  { call: "execve", arg: 0, is: "stagePath", why: "the stage's own last step, nothing after it" },
  { call: "socketpair", arg: 0, is: { oneOf: [1] }, why: "AF_UNIX: the engine wakes itself through a pair" },
  {
    call: "ioctl",
    arg: 1,
    is: { oneOf: [0x5401, 0x5413, 0x541b, 0x5421, 0x5450, 0x5451] },
    why: "looking at a terminal and the flags of a descriptor (TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX), not typing into one (TIOCSTI)",
  },
  {
    call: "fcntl",
    arg: 1,
    is: { oneOf: [1, 2, 3, 4, 1030] },
    why: "flags and copies of descriptors; no signals or locks through them",
  },
  {
    call: "prctl",
    arg: 0,
    is: { oneOf: [15, 16, 0x53564d41] },
    why: "names of threads and of memory; what the stage set stays set",
  },
  { call: "prlimit64", arg: 2, is: "zero", why: "limits can be read, not changed (root could raise them)" },
  {
    call: "rt_sigaction",
    arg: 0,
    is: { noneOf: [14, 24] },
    why: "SIGALRM and SIGXCPU end the process: nothing handles them away",
  },
];

/** The filter, as data. */
export const FILTER: Filter = {
  plain: PLAIN,
  // The C library then falls back to `clone`, whose flags can be looked at: those of clone3 lie in memory.
  answered: [{ call: "clone3", errno: ENOSYS }],
  checked: CHECKED,
};

/**
 * Where Landlock does not keep signals from other processes (below its interface 6), nor a namespace: no signals at all but
 * those that the kernel sends. The one that is lost is abort(3)'s to itself, which then ends by an illegal instruction.
 */
const FILTER_WITHOUT_SIGNALS: Filter = { ...FILTER, plain: PLAIN.filter((call) => call !== "tgkill") };

/**
 * The same for bubblewrap, which puts it on before it starts the engine, and on its own first process, which waits for
 * it: both stay open. Inside its namespaces there is no program but the engine and the loader.
 */
const FILTER_AROUND_START: Filter = {
  ...FILTER,
  plain: [...PLAIN, "execve", "wait4"],
  checked: CHECKED.filter(({ call }) => call !== "execve"),
};

/** A list of allowed system calls (seccomp(2)); all others fail with EPERM. The stage's last call before the engine. */
export const seccomp: Layer = {
  name: "seccomp",
  stops: "sockets of every kind, new processes and programs, timers, every system call not on the list",
  isPartOf: (reached) => whereStaged(reached) || "bubblewrap" in reached,
  apply: (inner, { level, landlockAbi }) =>
    level === "namespace"
      ? { ...inner, filter: FILTER_AROUND_START }
      : {
          ...inner,
          calls: [
            ...inner.calls,
            {
              call: "seccomp",
              args: [SECCOMP_SET_MODE_FILTER, 0, { filter: filterAt(level, landlockAbi) }],
            },
          ],
        },
};

function filterAt(level: Level, landlockAbi: number): Filter {
  return level === "full" || landlockAbi >= SCOPED_SIGNALS ? FILTER : FILTER_WITHOUT_SIGNALS;
}
