import { expect, test } from "vitest";
import { line, span } from "../../src/shell/line.ts";
import { paint } from "../../src/shell/paint.ts";
import { HOSTILE } from "./hostile.ts";

test("paint colours by tone, and resets after each piece", () => {
  expect(paint(line(span("no", "bad"), " and ", span("yes", "good")), 8)).toBe(
    "\x1b[1;31mno\x1b[0m and \x1b[32myes\x1b[0m",
  );
});

test("paint without colours shows only what must stand out", () => {
  expect(paint(line(span("no", "bad"), span("press y", "standout")), 1)).toBe("no\x1b[7mpress y\x1b[0m");
});

test("paint lets no control, escape or bidi character through, however the line was made", () => {
  for (const made of [line(HOSTILE), [{ text: HOSTILE, tone: null }]]) {
    expect(paint(made, 1)).toMatch(/^[^\x00-\x1f\x7f-\x9f\u200b-\u202e]+$/);
  }
});
