/** The exit codes of docs/command-line.md: the one place in the code where their numbers stand. */
export const EXIT = {
  done: 0,
  snippetFailed: 1,
  usage: 2,
  refused: 3,
  model: 4,
  examplesFailed: 5,
  malformed: 65,
  noInput: 66,
  bug: 70,
  time: 124,
  sealingFailed: 125,
  notApproved: 126,
  noSuchCommand: 127,
  hangup: 129,
  interrupted: 130,
  memory: 137,
  terminated: 143,
  output: 153,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const SIGNAL_EXIT = {
  SIGHUP: EXIT.hangup,
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
} as const;
