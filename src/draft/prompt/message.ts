/** One part of a prompt, named so that its size can be told and it can be shown. */
export interface PromptPart {
  readonly name:
    | "contract"
    | "declarations"
    | "sample"
    | "helpers"
    | "examples"
    | "directive"
    | "draft"
    | "reply"
    | "diagnostics"
    | "revision"
    | "continuation";
  readonly text: string;
  /** The same text for every directive, which a provider may have in its cache. */
  readonly isFixed?: true;
}

/** One message to a model, made of parts. What is sent is {@link contentOf}. */
export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly parts: readonly PromptPart[];
}

export function message(role: Message["role"], ...parts: readonly PromptPart[]): Message {
  return { role, parts };
}

export function contentOf(message: Message): string {
  return message.parts.map((part) => part.text).join("\n\n");
}

/** About how many tokens a text is: four characters each, which English and code come near to. An estimate. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
