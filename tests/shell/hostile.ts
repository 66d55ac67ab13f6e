import { type ApproveQuestion, approveQuestion, finding } from "./canned.ts";

/** Clears the screen, sets the title, writes the clipboard, goes back in the line, turns the text around. */
export const HOSTILE = "a\x1b[2J\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x9b31mred\rover\u202egnp\u200b";

/** A question with such bytes wherever a model, a snippet or the data can put them. */
export function hostileQuestion(): ApproveQuestion {
  const { schema } = approveQuestion();
  return approveQuestion({
    draft: {
      directive: `directive ${HOSTILE}`,
      code: `const x = "${HOSTILE}";\nconst y = 1;`,
      origin: { kind: "model", model: `model ${HOSTILE}`, host: `host ${HOSTILE}` },
      values: { n: 3, [HOSTILE]: HOSTILE },
    },
    schema: {
      ...schema,
      options: [{ ...schema.options[0]!, name: HOSTILE, type: "string", default: HOSTILE }],
    },
    findings: [finding(1, 4, { message: HOSTILE, reason: HOSTILE, hint: HOSTILE, rule: HOSTILE })],
    stages: [{ stage: "types", status: "failed", detail: HOSTILE, findings: [] }],
    capabilities: [`read:${HOSTILE}`],
    changed: `changed ${HOSTILE}`,
  });
}
