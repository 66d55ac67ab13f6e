import type { Refusal } from "./judged.ts";

/** Why it is right that harmless code is refused: it uses what is not in reach, or what reaches everything. */
interface Reason {
  readonly rule: string;
  readonly about: RegExp;
  readonly why: string;
}

/** Matched with the message and the line; the first that fits is the reason. */
const REASONS: readonly Reason[] = [
  { rule: "no-foreign-imports", about: /./, why: "it imports a module" },
  { rule: "no-dynamic-import", about: /./, why: "it imports a module" },
  { rule: "no-unknown-globals", about: /./, why: "it names a global that is not in reach" },
  { rule: "no-unknown-members", about: /`Object\.getOwnPropertyDescriptors?`/, why: "it reads descriptors" },
  { rule: "no-constructor-access", about: /\.constructor\b/, why: "it reads the constructor of a value" },
  {
    rule: "no-prototype-tampering",
    about: /getPrototypeOf\(|\.prototype\b/,
    why: "it hands a prototype on, or writes to one",
  },
  {
    rule: "no-foreign-hooks",
    about: /defineProperty\(exports\b/,
    why: "it writes to `exports`, which it was not given",
  },
  { rule: "no-code-from-strings", about: /`Function`/, why: "it uses Function" },
];

export function reasonFor({ rule, message, line }: Refusal): string | undefined {
  return REASONS.find((one) => one.rule === rule && one.about.test(`${message}\n${line}`))?.why;
}
