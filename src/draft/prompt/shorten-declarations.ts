const STANDARD = /^declare (?:class|function) (\w+)(?:[^{;\n]*;|[^{]*\{[\s\S]*?^\})\n?/gm;

/**
 * Declarations as a model needs them: what every model knows from elsewhere (`declare class` and `declare
 * function`, as of `URL`) is only named, and comments to tools are left out.
 */
export function shortenDeclarations(declarations: string): string {
  const names = [...declarations.matchAll(STANDARD)].map((match) => match[1]!);
  const rest = declarations
    .replace(STANDARD, "")
    .replace(/^\/\/ biome-ignore.*\n/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return names.length === 0 ? rest : `${rest}\n\n// And, as everywhere: ${names.join(", ")}.`;
}
