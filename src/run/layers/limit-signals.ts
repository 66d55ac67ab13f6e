import type { Call } from "../stage/call.ts";
import { type Layer, whereStaged } from "./layer.ts";

const SIGALRM = 14;
const SIGXCPU = 24;
const SIG_SETMASK = 2;
const SIGSET_BYTES = 8;
const ITIMER_REAL = 0;

/**
 * The signals that limits end a run with do so, even where whoever started writ ignores or blocks them: both are
 * inherited (signal(7)). Where no parent has a timer the kernel has one (setitimer(2)): it outlives execve(2), and the
 * filter allows neither a call that would change it nor a handler for its signal.
 */
export const limitSignals: Layer = {
  name: "limit signals",
  stops: "limits of CPU and time that come to nothing where their signal is ignored",
  isPartOf: whereStaged,
  apply: (inner, { face, alarmMs }) => ({
    ...inner,
    calls: [
      ...inner.calls,
      ...[SIGALRM, SIGXCPU].map(byDefault),
      { call: "rt_sigprocmask", args: [SIG_SETMASK, { words: [0] }, 0, SIGSET_BYTES] },
      ...(face === "direct" && alarmMs !== null ? [timer(alarmMs)] : []),
    ],
  }),
};

// struct kernel_sigaction {handler; flags; restorer; mask}: all zero is the default action.
function byDefault(signal: number): Call {
  return { call: "rt_sigaction", args: [signal, { words: [0, 0, 0, 0] }, 0, SIGSET_BYTES] };
}

// struct itimerval {interval, value}, each {seconds; microseconds}: once.
function timer(ms: number): Call {
  const words = [0, 0, Math.floor(ms / 1000), (ms % 1000) * 1000];
  return { call: "setitimer", args: [ITIMER_REAL, { words }, 0] };
}
