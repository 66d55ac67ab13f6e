const WEAKENS =
  /\bsandbox|\bengine-only\b|--(?:yes|allow-\w+)\b|\bwrit (?:config|approve)\b|\bsudo\b|\bchmod\b|\b(?:curl|wget)\b[^\n]*\|\s*(?:ba|z)?sh\b|\bapi[ _-]?key\b|\bpassword\b/i;

/**
 * Whether a model's words speak of what a user should not do on a model's word: lower the sandbox, grant more, run
 * something as root, give away a secret. It knows a few words only; what it does not know is said by the model all the
 * same, under the model's name.
 */
export function isAdviceToWeaken(words: string): boolean {
  return WEAKENS.test(words);
}

export const ADVICE =
  "these are the model's words, not writ's: it needs no other settings, no secrets and no commands";
