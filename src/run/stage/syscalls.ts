/**
 * System calls by name: their numbers on Linux x86-64 (arch/x86/entry/syscalls/syscall_64.tbl of the kernel).
 * What is not in this table can neither be made by a stage nor be allowed by its filter.
 */
export const SYSCALLS = {
  ...{ read: 0, write: 1, close: 3, stat: 4, fstat: 5, lstat: 6, poll: 7, lseek: 8, mmap: 9, mprotect: 10 },
  ...{ munmap: 11, brk: 12, rt_sigaction: 13, rt_sigprocmask: 14, rt_sigreturn: 15, ioctl: 16, pread64: 17 },
  ...{ readv: 19, writev: 20, access: 21, sched_yield: 24, mremap: 25, madvise: 28, nanosleep: 35 },
  ...{ getpid: 39, recvfrom: 45, socketpair: 53, clone: 56, execve: 59, exit: 60, uname: 63, fcntl: 72 },
  ...{ getcwd: 79, readlink: 89, gettimeofday: 96, getrusage: 98, sysinfo: 99, getuid: 102, getgid: 104 },
  ...{ geteuid: 107, getegid: 108, getppid: 110, sigaltstack: 131, sched_getparam: 143 },
  ...{ sched_getscheduler: 145, prctl: 157, arch_prctl: 158, gettid: 186, time: 201, futex: 202 },
  ...{ sched_getaffinity: 204, set_tid_address: 218, restart_syscall: 219, clock_gettime: 228 },
  ...{
    clock_getres: 229,
    clock_nanosleep: 230,
    exit_group: 231,
    epoll_wait: 232,
    epoll_ctl: 233,
    tgkill: 234,
  },
  ...{ openat: 257, newfstatat: 262, readlinkat: 267, set_robust_list: 273, epoll_pwait: 281, eventfd2: 290 },
  ...{ epoll_create1: 291, pipe2: 293, prlimit64: 302, seccomp: 317, getrandom: 318, membarrier: 324 },
  ...{ pkey_mprotect: 329, pkey_alloc: 330, pkey_free: 331, statx: 332, rseq: 334, clone3: 435 },
  ...{
    close_range: 436,
    openat2: 437,
    landlock_create_ruleset: 444,
    landlock_add_rule: 445,
    landlock_restrict_self: 446,
  },
} as const;

export type SyscallName = keyof typeof SYSCALLS;
