// A program in a real pseudo-terminal, with an emulator that says what a person would see. The
// pseudo-terminal is the program's controlling terminal even where its stdin and stdout are pipes:
// spawn `sh -c 'seq 1 10 | prog | cat > file'`.
import { createRequire } from "node:module";
import { type IPty, spawn } from "node-pty";

const { Terminal: Emulator } = createRequire(import.meta.url)(
  "@xterm/headless",
) as typeof import("@xterm/headless");
const { UnicodeGraphemesAddon } = requireGraphemes();

/** Two keys in one chunk reach a program as one paste, and an escape needs 20 ms of silence to be a key. */
const KEY_PAUSE_MS = 40;
const UNTIL_MS = 15_000;

const KEYS = {
  enter: "\r",
  escape: "\x1b",
  tab: "\t",
  backspace: "\x7f",
  delete: "\x1b[3~",
  up: "\x1b[A",
  down: "\x1b[B",
  right: "\x1b[C",
  left: "\x1b[D",
  home: "\x1b[H",
  end: "\x1b[F",
  pageup: "\x1b[5~",
  pagedown: "\x1b[6~",
  "ctrl-c": "\x03",
  "ctrl-d": "\x04",
  "ctrl-j": "\n",
  "ctrl-u": "\x15",
  "ctrl-z": "\x1a",
} as const;

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** Added to an environment made from scratch: PATH, HOME, TERM and LANG. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Terminal {
  readonly pid: number;
  /** What a person sees now: one string a row, trailing blanks cut, rows joined by newlines. */
  screen(): string;
  /** Everything since the start: the scrollback and the screen. */
  transcript(): string;
  /** Every byte the program wrote, as text. */
  raw(): string;
  /** Wait until the screen matches. Rejects at once if the program ends first, with the screen. */
  until(wanted: string | RegExp | ((screen: string) => boolean)): Promise<string>;
  /** One named key (`enter`, `escape`, `pageup`, `ctrl-c`) or one character. */
  key(name: keyof typeof KEYS | (string & {})): Promise<void>;
  /** Every character of a text as a key of its own. */
  type(text: string): Promise<void>;
  /** Bytes in one chunk, as they are. */
  send(data: string): void;
  /** A text as terminals send one that was pasted. */
  paste(text: string): Promise<void>;
  resize(columns: number, rows: number): void;
  cursor(): { readonly x: number; readonly y: number };
  /** Send a signal; once the program has ended this does nothing. */
  kill(signal?: NodeJS.Signals): void;
  /** The exit code, or 128 plus the number of the signal; all output has been seen by then. */
  readonly exit: Promise<number>;
}

/**
 * The addon unpacks its tables when it is loaded, and on a busy machine that has failed with "Data error",
 * once in many hundred loads and never twice in a row. A module that throws is not kept, so asking again works.
 */
function requireGraphemes(): typeof import("@xterm/addon-unicode-graphemes") {
  const require = createRequire(import.meta.url);
  try {
    return require("@xterm/addon-unicode-graphemes");
  } catch {
    return require("@xterm/addon-unicode-graphemes");
  }
}

/** Start `command` in a new session whose controlling terminal is a new pseudo-terminal. */
export function openTerminal(
  command: string,
  args: readonly string[],
  options: TerminalOptions = {},
): Terminal {
  const { columns = 80, rows = 24, cwd = process.cwd(), env = {} } = options;
  const emulator = new Emulator({ cols: columns, rows, scrollback: 100_000, allowProposedApi: true });
  emulator.loadAddon(new UnicodeGraphemesAddon() as never);
  const child = spawn(command, [...args], {
    name: "xterm-256color",
    cols: columns,
    rows,
    cwd,
    env: environment(env),
  });
  const state = new Watched(emulator, child);
  emulator.onData((reply) => child.write(reply));
  return terminalOf(state, emulator, child);
}

function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = "/usr/bin:/bin", HOME = "/tmp" } = process.env;
  return { PATH, HOME, TERM: "xterm-256color", LANG: "C.UTF-8", ...extra };
}

/** The emulator's screen, watched: each parsed write looks again at what somebody waits for. */
class Watched {
  raw = "";
  ended: number | null = null;
  readonly exit: Promise<number>;
  readonly #watchers = new Set<() => void>();
  readonly #emulator: InstanceType<typeof Emulator>;

  constructor(emulator: InstanceType<typeof Emulator>, child: IPty) {
    this.#emulator = emulator;
    child.onData((data) => {
      this.raw += data;
      emulator.write(data, () => this.#look());
    });
    this.exit = new Promise((resolve) => {
      child.onExit(({ exitCode, signal }) => {
        // A barrier: every byte written before it has been parsed when it runs.
        emulator.write("", () => {
          this.ended = signal ? 128 + signal : exitCode;
          resolve(this.ended);
          this.#look();
        });
      });
    });
  }

  #look(): void {
    for (const watcher of this.#watchers) watcher();
  }

  rows(from: number, to: number): string {
    const buffer = this.#emulator.buffer.active;
    const lines: string[] = [];
    for (let row = from; row < to; row++) lines.push(buffer.getLine(row)?.translateToString(true) ?? "");
    return lines.join("\n").trimEnd();
  }

  screen(): string {
    const { baseY } = this.#emulator.buffer.active;
    return this.rows(baseY, baseY + this.#emulator.rows);
  }

  until(wanted: string, matches: (screen: string) => boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      const stop = (settle: () => void) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        settle();
      };
      const look = () => {
        const screen = this.screen();
        if (matches(screen)) stop(() => resolve(screen));
        else if (this.ended !== null) stop(() => reject(this.#complaint(`ended with ${this.ended}`, wanted)));
      };
      const timer = setTimeout(() => {
        stop(() => reject(this.#complaint(`ran for ${UNTIL_MS} ms`, wanted)));
      }, UNTIL_MS);
      this.#watchers.add(look);
      look();
    });
  }

  #complaint(what: string, wanted: string): Error {
    const tail = JSON.stringify(this.raw.slice(-400));
    return new Error(
      `the program ${what} before the screen had ${wanted}\n--- screen\n${this.screen()}\n--- last bytes\n${tail}`,
    );
  }
}

function terminalOf(state: Watched, emulator: InstanceType<typeof Emulator>, child: IPty): Terminal {
  const send = async (data: string) => {
    child.write(data);
    await new Promise((resolve) => setTimeout(resolve, KEY_PAUSE_MS));
  };
  const terminal: Terminal = {
    pid: child.pid,
    screen: () => state.screen(),
    transcript: () => state.rows(0, emulator.buffer.active.length),
    raw: () => state.raw,
    until: (wanted) => state.until(String(wanted), matcher(wanted)),
    key: (name) => send(KEYS[name as keyof typeof KEYS] ?? name),
    async type(text) {
      for (const character of text) await send(character);
    },
    send: (data) => child.write(data),
    paste: (text) => send(`\x1b[200~${text}\x1b[201~`),
    resize(columns, rows) {
      emulator.resize(columns, rows);
      child.resize(columns, rows);
    },
    cursor: () => ({ x: emulator.buffer.active.cursorX, y: emulator.buffer.active.cursorY }),
    kill(signal = "SIGTERM") {
      if (state.ended === null) child.kill(signal);
    },
    exit: state.exit,
  };
  return terminal;
}

function matcher(wanted: string | RegExp | ((screen: string) => boolean)): (screen: string) => boolean {
  if (typeof wanted === "function") return wanted;
  return typeof wanted === "string" ? (screen) => screen.includes(wanted) : (screen) => wanted.test(screen);
}
