import { z } from "zod";
import type { Read } from "../task.ts";
import { callingModule, type FunctionRow, functionTask } from "./function-task.ts";
import { readSignature } from "./signature.ts";

const humaneval = z.object({ name: z.string(), prompt: z.string(), tests: z.string() });
const mbtsp = z.object({
  task_id: z.string(),
  prompt: z.string(),
  description: z.string(),
  test: z.string(),
});
const completion = z.object({
  id: z.string(),
  directive: z.string(),
  prompt: z.string(),
  code: z.string(),
  test: z.string(),
  label: z.string(),
  model: z.string(),
});

/** HumanEval in TypeScript: the comment above the function, its examples included, is the directive. */
export function humanevalTask(row: unknown): Read {
  const { name, prompt, tests } = humaneval.parse(row);
  return functionTask({ id: name, words: commentOf(prompt), prompt, test: tests });
}

/** MBPP in TypeScript: its description is the directive, and the first of its tests an example. */
export function mbtspTask(row: unknown): Read {
  const { task_id, prompt, description, test } = mbtsp.parse(row);
  return functionTask({ id: task_id, words: description, prompt, test });
}

/**
 * What a model of 2022 wrote for MBPP in TypeScript. It was asked for a bare function, so a module that calls it on each
 * record is put behind its text; the text itself stays as it is.
 */
export function recordedTask(row: unknown): Read {
  const { id, directive, prompt, code, test, label, model } = completion.parse(row);
  const asked: FunctionRow = { id, words: directive, prompt, test };
  const read = functionTask(asked);
  if (!read.ok) return read;
  const module = `${code}\n\n${callingModule(readSignature(prompt))}`;
  const reply = `\`\`\`ts\n${module}\`\`\`\n`;
  return { ok: true, task: { ...read.task, recorded: { reply, model, label } } };
}

function commentOf(prompt: string): string {
  const lines = prompt.split("\n").filter((line) => line.startsWith("//"));
  return lines.map((line) => line.replace(/^\/\/ ?/, "")).join("\n");
}
