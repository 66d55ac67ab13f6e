const MODULE = /^declare module "writ" \{\n([\s\S]*?)\n\}\n?/gm;
const DECLARED = /\b(?:function|type|interface) (\w+)/g;

/** Declarations apart: what every directive is told, and the helpers that a directive may need, one block for each idea. */
export interface ChosenHelpers {
  readonly base: string;
  /** Of the helpers by name, and of the types that their declarations speak of; "" where none was asked for. */
  readonly helpers: string;
}

/**
 * Take the helpers out of declarations (the second `declare module "writ"`), and of these what declares one of `names`.
 * What is told to every directive stays the same text, which a provider can cache.
 */
export function chooseHelpers(declarations: string, names: readonly string[]): ChosenHelpers {
  const [, module] = [...declarations.matchAll(MODULE)];
  if (!module) return { base: declarations, helpers: "" };
  const blocks = module[1]!.split(/\n{2,}/).map((text) => ({ text, declares: declaredIn(text) }));
  const asked = blocks.filter(({ declares }) => names.some((name) => declares.includes(name)));
  const spokenOf = asked.map(({ text }) => text).join("\n");
  const chosen = blocks.filter(
    (block) =>
      asked.includes(block) || block.declares.some((name) => isType(name) && spokenOf.includes(`${name}<`)),
  );
  const helpers = chosen.map(({ text }) => text.replace(/^ {2}/gm, "")).join("\n\n");
  return { base: declarations.replace(module[0], ""), helpers };
}

function declaredIn(text: string): readonly string[] {
  return [...text.matchAll(DECLARED)].map((match) => match[1]!);
}

function isType(name: string): boolean {
  return /^[A-Z]/.test(name);
}
