import { StringDecoder } from "node:string_decoder";
import { isatty } from "node:tty";
import { visible } from "../../terms/visible.ts";

/** A sink for bytes. */
export interface Sink {
  write(chunk: Buffer): void;
  end(): void;
}

/** The child's stderr to ours: made visible on a terminal (`before` is told of each text first), else untouched. */
export function stderrFilter(before: (text: string) => void = () => {}): Sink {
  if (!isatty(2)) {
    return {
      write: (chunk) => {
        process.stderr.write(chunk);
      },
      end: () => {},
    };
  }
  return visibleSink((text) => {
    before(text);
    process.stderr.write(text);
  });
}

/** Decodes UTF-8 across chunk borders and makes every control character visible. */
export function visibleSink(write: (text: string) => void): Sink {
  const decoder = new StringDecoder("utf8");
  return {
    write: (chunk) => write(visible(decoder.write(chunk))),
    end: () => write(visible(decoder.end())),
  };
}
