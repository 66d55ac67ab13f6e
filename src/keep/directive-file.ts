import { parseDocument, stringify, visit } from "yaml";
import { z } from "zod";
import { parseCapability } from "../terms/capability.ts";
import type { DirectiveHead } from "../terms/command.ts";
import { type Example, expectsSomething } from "../terms/example.ts";
import { WritError } from "../terms/failure.ts";
import { ENCODINGS, FORMATS, INVALID_BYTES, RAGGED } from "../terms/format.ts";
import { sha256 } from "./sha256.ts";

const optionValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])),
]);

const capability = z.string().superRefine((text, context) => {
  const wanted = parseCapability(text);
  const problem =
    typeof wanted !== "string" && "path" in wanted && !wanted.path.startsWith("/")
      ? "a path in a file must be absolute"
      : wanted;
  if (typeof problem !== "string") return;
  context.addIssue({ code: "custom", message: `${JSON.stringify(text)} cannot be granted: ${problem}` });
});

const exampleText = z.union([
  z.string(),
  z.strictObject({ file: z.string().regex(/^\w[\w.-]*$/, "is the name of a file, without a folder") }),
]);

const example = z
  .strictObject({
    args: z.array(z.string()).optional(),
    in: exampleText.optional(),
    out: exampleText.optional(),
    like: z.unknown().optional(),
    lines: z.union([z.number().int().min(0), z.literal("in")]).optional(),
    error: z.string().optional(),
  })
  .refine(
    (one) => expectsSomething(one as Example),
    "one of out, like, lines and error must say what is expected",
  );

const head = z.strictObject({
  schema: z.literal(1),
  description: z.string().min(1),
  input: z
    .object({
      format: z.string(),
      record: z.string(),
      fields: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  reading: z
    .strictObject({
      from: z.enum(FORMATS).optional(),
      header: z.literal(false).optional(),
      ragged: z.enum(RAGGED).optional(),
      encoding: z.enum(ENCODINGS).optional(),
      invalidBytes: z.enum(INVALID_BYTES).optional(),
    })
    .optional(),
  options: z.record(z.string(), optionValue).optional(),
  examples: z.array(example).default([]),
  capabilities: z.array(capability).default([]),
  limits: z.never("limits cannot be asked for in a directive yet: type them when it is approved").optional(),
  model: z.string().optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * Read `directives/NAME.md`: YAML front matter between `---` lines, then the directive in words.
 * Throws `configuration` naming the file and what is wrong.
 */
export function readDirectiveFile(
  path: string,
  text: string,
): { readonly head: DirectiveHead; readonly directive: string } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text);
  if (!match) throw broken(path, "it does not start with front matter between two lines of ---");
  const read = head.safeParse(readFrontMatter(path, match[1]!));
  if (!read.success) {
    const issue = read.error.issues[0]!;
    throw broken(path, `${issue.path.join(".") || "front matter"}: ${issue.message}`);
  }
  return { head: read.data as DirectiveHead, directive: match[2]!.trim() };
}

/** The inverse of {@link readDirectiveFile}. */
export function writeDirectiveFile(front: DirectiveHead, directive: string): string {
  return `---\n${stringify(front, { lineWidth: 100, aliasDuplicateObjects: false })}---\n\n${directive.trim()}\n`;
}

/** Values as they stand there: an alias could stand for itself, or a few of them for more than there is memory. */
function readFrontMatter(path: string, text: string): unknown {
  // Told here, not to the console: a file from elsewhere may hold anything.
  const document = parseDocument(text, { logLevel: "silent" });
  const refuse = (problem: string) => broken(path, `its front matter is not plain YAML: ${problem}`);
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) throw refuse(problem.message.split("\n")[0]!);
  visit(document, {
    Alias(_, { source }) {
      throw refuse(`*${source} stands for a value elsewhere: write it out, or in quotes if it is text`);
    },
  });
  return document.toJS();
}

function broken(file: string, problem: string): WritError {
  return new WritError({ kind: "configuration", file, problem });
}

/**
 * The directive's file for other code: the hash in its front matter follows, and option values that the code has
 * no options for go. Everything else stays as it is written, unless such values have to go. Throws `configuration`.
 */
export function directiveFor(
  path: string,
  text: string,
  { code, options }: { readonly code: string; readonly options: readonly string[] },
): string {
  const { head: front, directive } = readDirectiveFile(path, text);
  const hash = sha256(code);
  const kept = Object.entries(front.options ?? {}).filter(([name]) => options.includes(name));
  const line = text.replace(/^(sha256:\s*["']?)[0-9a-f]{64}/m, `$1${hash}`);
  const isSame = kept.length === Object.keys(front.options ?? {}).length;
  if (isSame && readDirectiveFile(path, line).head.sha256 === hash) return line;
  const { options: _, ...rest } = front;
  const values = kept.length > 0 ? { options: Object.fromEntries(kept) } : {};
  return writeDirectiveFile({ ...rest, ...values, sha256: hash }, directive);
}
