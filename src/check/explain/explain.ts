import type { ExplainedLine } from "../../terms/explanation.ts";
import { readModule } from "../context.ts";
import { lineIndex } from "../line-index.ts";
import type { SyntaxNode, SyntaxTree } from "../syntax-tree.ts";
import { type Said, sayStatement } from "./say-statement.ts";

/**
 * What a program does, statement by statement in the order of its text, in words that are made of the code itself: no
 * model is asked, so that none can make it look harmless. What there are no words for is shown as the code that it is.
 * Empty for a text that cannot be read. It is for people; nothing is decided by it.
 */
export function explain(source: string): readonly ExplainedLine[] {
  const { tree, problems } = readModule(source);
  if (problems.length > 0) return [];
  const rangeOf = lineIndex(source);
  return walk(tree).map(({ node, depth, words }) => ({
    line: rangeOf(node.start, node.start).line,
    depth,
    words,
  }));
}

interface Explained extends Said {
  readonly depth: number;
}

function walk(tree: SyntaxTree): readonly Explained[] {
  const found: Explained[] = [];
  const visit = (statements: readonly SyntaxNode[], depth: number) => {
    for (const statement of statements) {
      for (const said of sayStatement(tree, statement)) {
        found.push({ ...said, depth });
        visit(said.inside ?? [], depth + 1);
      }
    }
  };
  visit(tree.root.children, 0);
  return found;
}
