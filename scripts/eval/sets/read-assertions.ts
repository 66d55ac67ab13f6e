import { type CallExpression, type Expression, parseSync, Visitor } from "oxc-parser";
import { literalValue } from "../literal.ts";

/** One call with written-out arguments, and what it should return. `source` is its arguments as they are written. */
export interface Case {
  readonly args: readonly unknown[];
  readonly wanted: unknown;
  readonly source: string;
}

/**
 * The cases of a test program that compares `candidate(…)` or the function's own name with a written-out value: directly
 * in `deepEqual`, or through variables.
 *
 * @throws Error where a test is written otherwise or has a value that JSON cannot say, and where there is none.
 */
export function readAssertions(test: string, name: string): readonly Case[] {
  const { program, errors } = parseSync("test.ts", test);
  if (errors.length > 0) throw new Error("the tests do not parse");
  const variables = new Map<string, Expression>();
  const compared: CallExpression[] = [];
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === "Identifier" && init) variables.set(id.name, init);
    },
    CallExpression(node) {
      if (/\bdeep(?:Strict)?Equal$/.test(test.slice(node.callee.start, node.callee.end))) compared.push(node);
    },
  }).visit(program);
  if (compared.length === 0) throw new Error("there is no test");
  return compared.map((node) => readCase(node, { test, name, variables }));
}

function readCase(
  { arguments: [actual, wanted] }: CallExpression,
  read: { readonly test: string; readonly name: string; readonly variables: ReadonlyMap<string, Expression> },
): Case {
  const { test, name } = read;
  const call = written(actual, read.variables);
  const isCall = call.type === "CallExpression" && call.callee.type === "Identifier";
  if (!isCall || ![name, "candidate"].includes((call.callee as { name: string }).name))
    throw new Error("a test does more than compare what the function returns");
  const args = call.arguments.map((one) => literalValue(one as Expression, test));
  const [first, last] = [call.arguments[0], call.arguments.at(-1)];
  const source = first && last ? test.slice(first.start, last.end) : "";
  return { args, wanted: literalValue(written(wanted, read.variables), test), source };
}

function written(
  node: CallExpression["arguments"][number] | undefined,
  variables: ReadonlyMap<string, Expression>,
): Expression {
  if (!node || node.type === "SpreadElement") throw new Error("a test compares nothing");
  const named = node.type === "Identifier" ? variables.get(node.name) : undefined;
  return named ?? node;
}
