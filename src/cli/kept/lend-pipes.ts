import { join } from "node:path";
import { makeFifos } from "../../host/make-fifos.ts";
import type { FedPipe, Feeding } from "../../run/feed-pipe.ts";
import { WritError } from "../../terms/failure.ts";
import type { Heads } from "../input/input.ts";
import type { Input } from "../input/named-input.ts";
import { systemProgram } from "../sandbox/machinery.ts";
import { privateFolder } from "./place-file.ts";

type Stream = Extract<Input, { kind: "stream" }>;

/** Named pipes through which one run reads streams, beside the one that is its stdin. */
export interface LentPipes {
  /** Null for what is none of these. */
  pathOf(input: Input): string | null;
  readonly pipes: readonly FedPipe[];
  /** Throws `state-unusable`. */
  make(): void;
  remove(): void;
}

let count = 0;

/**
 * Decide a path for each stream; nothing is made yet. A child opens them in whatever order its code reads them, so each
 * waits for its own reader and nothing is put aside. Throws `usage` where the system has no mkfifo.
 */
export function lendPipes(streams: readonly Stream[], heads?: Heads): LentPipes {
  const program = streams.length === 0 ? null : systemProgram("mkfifo");
  if (streams.length > 0 && program === null) throw withoutPipes(streams);
  const paths = new Map<Input, string>(
    streams.map((stream) => [stream, join(privateFolder(), `input-${++count}`)]),
  );
  let remove = () => {};
  return {
    pathOf: (input) => paths.get(input) ?? null,
    pipes: streams.map((stream) => ({
      path: paths.get(stream)!,
      feeding: () => feedingOf(stream, heads),
    })),
    make() {
      if (program !== null) remove = makeFifos(program, [...paths.values()]);
    },
    remove: () => remove(),
  };
}

/** What was read of a stream already, and the rest of it. */
export function feedingOf(stream: Stream, heads?: Heads): Feeding {
  const head = heads?.get(stream);
  return head ? { head: head.bytes, rest: head.rest } : { rest: stream.open() };
}

function withoutPipes(streams: readonly Stream[]): WritError {
  return new WritError({
    kind: "usage",
    problem: `${streams.map(({ name }) => name).join(" and ")} cannot be read beside another pipe or compressed FILE: this system has no mkfifo`,
    help: "write it to a file first",
  });
}
