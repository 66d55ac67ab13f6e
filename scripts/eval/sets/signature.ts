import { type BindingPattern, type Function as FunctionNode, parseSync } from "oxc-parser";

/** What a function takes and gives, as its text says. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
}

/**
 * The signature that a prompt ends with: `function f(a: string): number {` or `const f = function (…) … {`.
 *
 * @throws Error where there is none, or one whose parameters have no plain names.
 */
export function readSignature(prompt: string): Signature {
  const text = `${prompt}\n}`;
  const { program } = parseSync("prompt.ts", text);
  for (const node of program.body) {
    if (node.type === "FunctionDeclaration" && node.id) return signatureOf(node.id.name, node, text);
    if (node.type !== "VariableDeclaration") continue;
    const [first] = node.declarations;
    if (first?.id.type === "Identifier" && first.init?.type === "FunctionExpression")
      return signatureOf(first.id.name, first.init, text);
  }
  throw new Error("the prompt does not end with a function's head");
}

function signatureOf(name: string, { params, returnType }: FunctionNode, text: string): Signature {
  const parameters = params.map((one) => {
    if (one.type !== "Identifier") throw new Error("a parameter has no plain name");
    return { name: one.name, type: typeOf(one, text) };
  });
  const annotation = returnType?.typeAnnotation;
  return { name, parameters, returns: annotation ? text.slice(annotation.start, annotation.end) : "unknown" };
}

function typeOf({ typeAnnotation }: BindingPattern, text: string): string {
  const annotation = typeAnnotation?.typeAnnotation;
  return annotation ? text.slice(annotation.start, annotation.end) : "unknown";
}
