import { type Block, readBlocks } from "./blocks.ts";
import { applyEdits, isEdit, readEdits } from "./edits.ts";
import { labelled, otherLanguage } from "./language.ts";
import { hasFunction, isModule, tidy } from "./module.ts";
import { unescapeLines, unwrapJson } from "./unwrap.ts";
import { wordsOf } from "./words.ts";

/**
 * A model's reply, read: the module in it; a question or a refusal in words; or what is wrong with it, as a clause.
 * `cut-off`: the rest of it may make it whole.
 */
export type Reply =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly kind: "question" | "refusal"; readonly text: string }
  | { readonly ok: false; readonly kind: "cut-off" | "unusable"; readonly problem: string };

export interface Reading {
  /** The model came to an end; without that an open fence is a reply that was cut off. */
  readonly end?: "by-itself" | "at-limit" | "unknown";
  /** The draft that edits in the reply are made to. */
  readonly previous?: string | undefined;
}

/**
 * Find the module in a reply. Of several blocks the last with a default export is taken (a model that corrects itself
 * does so below), else an edit of the previous draft, else the longest block with a function, for the check to judge;
 * a reply without a block is code if it has a default export itself. Code may be wrapped in JSON, or have its line
 * ends written as `\n`. Takes any text, in linear time.
 */
export function readReply(text: string, reading: Reading = {}): Reply {
  const whole = text.replace(/\r\n?/g, "\n").replace(/^\uFEFF/, "");
  const reply = withoutThinking(whole);
  if (reply === null) return cutOff("it was cut off before it came to an answer");
  if (reply.trim() === "")
    return reading.end === "at-limit" ? cutOff("it is empty") : unusable("it is empty");
  const unwrapped = unwrap(reply);
  if (unwrapped?.kind === "question") return { ok: false, kind: "question", text: unwrapped.text.trim() };
  if (unwrapped === null) return readText(reply, reading);
  const inside = unescapeLines(unwrapped.text) ?? unwrapped.text;
  return readBlocks(inside).length > 0 ? readText(inside, reading) : code(inside);
}

// Reasoning models put their thoughts, drafts of code included, before the answer. Null: there is no answer behind.
function withoutThinking(text: string): string | null {
  const [open, name] = /^\s*<(think(?:ing)?|reasoning)>/i.exec(text) ?? [];
  if (open === undefined) return text;
  const close = `</${name!.toLowerCase()}>`;
  const end = text.toLowerCase().indexOf(close);
  return end === -1 ? null : text.slice(end + close.length);
}

/** A document in place of a reply, also in a block of its own. */
function unwrap(reply: string) {
  const blocks = readBlocks(reply);
  if (blocks.some(({ code }) => isModule(code) && !/^\s*[{["]/.test(code))) return null;
  return unwrapJson(reply) ?? blocks.map(({ code }) => unwrapJson(code)).find((one) => one !== null) ?? null;
}

function readText(reply: string, { end = "unknown", previous }: Reading): Reply {
  const blocks = readBlocks(reply).map(withLines);
  const isOpen = end !== "by-itself" && blocks.some(({ closed }) => !closed);
  const module = blocks.findLast((one) => isModule(one.code) && !isEdit(one.code, one.language));
  const edits = module ? null : editText(reply, blocks);
  if (edits !== null) return isOpen ? IN_THE_CODE : readEdit(edits, previous);
  const found = module ?? longestWithFunction(blocks);
  if (found && (found.closed || end === "by-itself")) return code(found.code);
  if (isOpen) return IN_THE_CODE;
  if (blocks.length === 0) return readBare(unescapeLines(reply) ?? reply, end);
  return unusable(otherThan(reply, blocks) ?? "there is no function in its code");
}

const IN_THE_CODE: Reply = cutOff("it was cut off in the middle of the code");

function withLines(block: Block): Block {
  return { ...block, code: unescapeLines(block.code) ?? block.code };
}

/** Changes to the previous draft: in blocks, or in a reply that has none. */
function editText(reply: string, blocks: readonly Block[]): string | null {
  const edits = blocks.filter(({ code, language }) => isEdit(code, language));
  if (edits.length > 0) return edits.map(({ code }) => code).join("\n");
  return isEdit(reply) ? reply : null;
}

function readEdit(text: string, previous: string | undefined): Reply {
  const edits = readEdits(text);
  const isNew = edits.length === 1 && edits[0]!.before.length === 0;
  if (previous === undefined && !isNew)
    return unusable("it is a change to a module that was not written yet");
  const edited = applyEdits(previous ?? "", edits);
  return edited.ok ? code(edited.code) : unusable(edited.problem);
}

function longestWithFunction(blocks: readonly Block[]): Block | undefined {
  return blocks
    .filter(({ code, language }) => hasFunction(code) && (labelled(language) ?? otherLanguage(code)) === null)
    .reduce<Block | undefined>(
      (best, one) => (best && best.code.length >= one.code.length ? best : one),
      undefined,
    );
}

/** What the longest block is, or a reply without any, where that is another language. */
function otherThan(reply: string, blocks: readonly Block[] = []): string | null {
  const [longest] = blocks.toSorted((a, b) => b.code.length - a.code.length);
  const language = longest
    ? (labelled(longest.language) ?? otherLanguage(longest.code))
    : otherLanguage(reply);
  return language === null ? null : `it is ${language}, not TypeScript`;
}

// Code and nothing else, or with prose around it: from the first line that starts code to the last that ends it.
function readBare(reply: string, end: Reading["end"]): Reply {
  const lines = reply.split("\n");
  const first = lines.findIndex((line) => STARTS_CODE.test(line));
  const last = lines.findLastIndex((line) => ENDS_CODE.test(line));
  const module = lines.slice(first, last + 1).join("\n");
  if (first !== -1 && end === "at-limit") return IN_THE_CODE;
  if (first !== -1 && last >= first && (isModule(module) || DECLARES.test(module))) return code(module);
  const other = otherThan(reply);
  if (other !== null) return unusable(other);
  const kind = wordsOf(reply);
  if (kind !== "words") return { ok: false, kind, text: reply.trim() };
  return end === "at-limit" ? cutOff("it was cut off before any code") : unusable("there is no code in it");
}

const STARTS_CODE =
  /^(?:import\b.*from|export\b|\/\*\*|\/\/|(?:async )?function\b|(?:const|let|type|interface)\s+\w)/;
/** A function without a default export, for the check to judge. */
const DECLARES =
  /^(?:export )?(?:async )?function\*?\s+\w+\s*[<(]|^(?:export )?(?:const|let|var)\s+\w+\s*=.*(?:function|=>)/m;
const ENDS_CODE = /^\s*[}\])].*$|;\s*$/;

function code(text: string): Reply {
  return { ok: true, code: tidy(text) };
}

function cutOff(problem: string): Reply {
  return { ok: false, kind: "cut-off", problem };
}

function unusable(problem: string): Reply {
  return { ok: false, kind: "unusable", problem };
}
