import { createRequire } from "node:module";
import { PassThrough } from "node:stream";
import type { WriteStream } from "node:tty";
import { describe, expect, test } from "vitest";
import { openFirstScreen } from "../../src/shell/first-screen.ts";
import { line } from "../../src/shell/line.ts";
import { openScreen } from "../../src/shell/screen.tsx";

const { Terminal } = createRequire(import.meta.url)("@xterm/headless") as typeof import("@xterm/headless");

/** A terminal stream in this process, and what a person would see on it. */
function fakeTerminal() {
  const emulator = new Terminal({ cols: 40, rows: 10, allowProposedApi: true });
  const out = Object.assign(new PassThrough(), { isTTY: true, columns: 40, rows: 10 });
  out.on("data", (data) => emulator.write(String(data).replaceAll("\n", "\r\n")));
  const seen = async () => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    await new Promise<void>((resolve) => emulator.write("", resolve));
    const { active } = emulator.buffer;
    return Array.from({ length: active.length }, (_, row) => active.getLine(row)!.translateToString(true))
      .join("\n")
      .trimEnd();
  };
  return { out: out as unknown as WriteStream, seen };
}

const frame = (...rows: string[]) => ({ rows: rows.map((row) => line(row)) });

describe.each([
  ["Ink's screen", openScreen],
  ["the screen before Ink is there", openFirstScreen],
])("%s", (_, openIt) => {
  test("draws a frame, and close leaves what was above it and nothing of it", async () => {
    const { out, seen } = fakeTerminal();
    out.write("above\n");
    const screen = openIt(out, { colorDepth: 1, frame: frame("one", "", "three") });
    await screen.flush();
    expect(await seen()).toBe("above\none\n\nthree");
    screen.draw(frame("four"));
    await screen.flush();
    expect(await seen()).toBe("above\nfour");
    screen.close();
    out.write("below\n");
    expect(await seen()).toBe("above\nbelow");
  });

  test.each<[string, (screen: ReturnType<typeof openIt>) => void]>([
    ["after the same frame was to be drawn again", (screen) => screen.draw(frame("one", "two"))],
    ["before a new frame is drawn", (screen) => screen.draw(frame("one", "two", "three"))],
    ["at once", () => {}],
  ])("close erases no line that was just printed: %s", async (_, then) => {
    const { out, seen } = fakeTerminal();
    const screen = openIt(out, { colorDepth: 1, frame: frame("one", "two") });
    await screen.flush();
    screen.draw(frame("one", "two"));
    screen.print([line("note"), line("another")]);
    then(screen);
    screen.close();
    expect(await seen()).toBe("note\nanother");
  });

  test("takes its rows away where the terminal got narrower", async () => {
    const { out, seen } = fakeTerminal();
    out.write("above\n");
    const screen = openIt(out, { colorDepth: 1, frame: frame("one", "two") });
    await screen.flush();
    screen.erase(40);
    expect(await seen()).toBe("above");
    screen.close();
  });
});

describe("what is shown until Ink is loaded", () => {
  test("is drawn before anything is waited for, without the terminal's cursor", async () => {
    const { out, seen } = fakeTerminal();
    const written: string[] = [];
    out.on("data", (data) => written.push(String(data)));
    const screen = openFirstScreen(out, { colorDepth: 1, frame: frame("one") });
    expect(written.join("")).toContain("\x1b[?25l");
    screen.print([line("note")]);
    expect(await seen()).toBe("note\none");
    screen.close();
    await seen();
    expect(written.join("")).toMatch(/\x1b\[\?25h$/);
  });

  test("is followed by Ink's screen in the same rows", async () => {
    const { out, seen } = fakeTerminal();
    out.write("above\n");
    const first = openFirstScreen(out, { colorDepth: 1, frame: frame("one", "a long row") });
    first.giveWay(frame("one", "two"));
    const screen = openScreen(out, { colorDepth: 1, frame: frame("one", "two") });
    expect(await seen()).toBe("above\none\ntwo");
    screen.print([line("note")]);
    await screen.flush();
    expect(await seen()).toBe("above\nnote\none\ntwo");
    screen.close();
    expect(await seen()).toBe("above\nnote");
  });
});
