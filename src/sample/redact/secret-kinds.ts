import { isCardNumber } from "./card-number.ts";
import { isOpaque } from "./opaque.ts";
import { TOKEN_FORMATS } from "./token-formats.ts";

/**
 * One kind of value that never leaves the machine: where it stands in text, and what stands for it.
 * The named group `value` of `pattern` is replaced, or the whole match where there is none. Patterns are
 * global with indices, and bounded so that they stay linear on hostile text.
 */
export interface SecretKind {
  readonly name: string;
  readonly placeholder: string;
  readonly pattern: RegExp;
  readonly isSecret?: (value: string) => boolean;
  /** Its placeholder says what the value was made of, and about how long it was. */
  readonly opaque?: true;
}

const ALWAYS =
  "password|passwd|passphrase|passcode|secret|private[_-]?key|pwd(?=\\\\?[\"']?\\s?[=:]\\s?[^/\\s])";
const TOKEN =
  "token|api[_-]?key|access[_-]?key|account[_-]?key|auth[_-]?key|secret[_-]?key|credentials?|csrf|xsrf|nonce|" +
  "session|session[_-]?id|sessid|sid|otp|signature|sig";
const BEFORE = "(?<![A-Za-z0-9])[A-Za-z0-9_.-]{0,60}?";
const QUOTE = "\\\\?[\"']";
const QUOTED = `${QUOTE}(?<value>[^"'\\\\\\r\\n]{1,4096})${QUOTE}`;
const BARE = "(?<value>[^\\s\"'\\\\,;&)}\\]<>]{1,4096})";

/** Rows are tried in this order; what an earlier one replaced, a later one sees as a placeholder. */
export const SECRET_KINDS: readonly SecretKind[] = [
  {
    name: "private key",
    placeholder: "PRIVATE_KEY",
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/dg,
  },
  {
    name: "JSON web token",
    placeholder: "JWT",
    opaque: true,
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*){0,3}/dg,
  },
  {
    name: "authorization header",
    placeholder: "AUTHORIZATION",
    pattern: /\b(?:proxy-)?authorization\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(?<value>[^\r\n"'\\]{1,4096})/dgi,
    isSecret: (value) => SCHEME.test(value) || looksRandom(value.split(" ")[0]!),
  },
  {
    name: "bearer token",
    placeholder: "TOKEN",
    opaque: true,
    pattern: /\b(?:bearer|basic)\s(?<value>[A-Za-z0-9._~+/=-]{16,4096})/dgi,
    isSecret: looksRandom,
  },
  {
    name: "cookie",
    placeholder: "COOKIE",
    pattern:
      /\b(?:set-)?cookie\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(?<value>[^\s"'\\=]{1,256}=[^\r\n"'\\]{1,4096})/dgi,
  },
  {
    name: "password in a URL",
    placeholder: "PASSWORD",
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{0,256}:(?<value>[^\s/@"']{1,256})@/dgi,
  },
  {
    name: "webhook",
    placeholder: "TOKEN",
    opaque: true,
    pattern:
      /\b(?:hooks\.slack\.com\/(?:services|workflows)\/|discord(?:app)?\.com\/api\/webhooks\/\d{1,24}\/)(?<value>[\w/-]{16,256})/dg,
  },
  {
    name: "access token",
    placeholder: "TOKEN",
    opaque: true,
    pattern: new RegExp(
      `(?<![\\w-])(?:${TOKEN_FORMATS.map(([, format]) => format).join("|")})(?![\\w-])`,
      "dg",
    ),
    isSecret: (value) => /\d/.test(value),
  },
  {
    name: "password",
    placeholder: "PASSWORD",
    pattern: new RegExp(`${BEFORE}(?:${ALWAYS})(?:${QUOTE})?\\s?(?:=>?|:)\\s?${QUOTED}`, "dgi"),
    isSecret: (value) => !isPlain(value),
  },
  {
    name: "password",
    placeholder: "PASSWORD",
    pattern: new RegExp(`${BEFORE}(?:${ALWAYS})=${BARE}`, "dgi"),
    isSecret: (value) => !isPlain(value),
  },
  {
    name: "password",
    placeholder: "PASSWORD",
    pattern: new RegExp(`${BEFORE}(?:${ALWAYS})\\s?(?::|=>?)\\s?${BARE}`, "dgi"),
    isSecret: looksRandom,
  },
  {
    name: "secret or token",
    placeholder: "SECRET",
    opaque: true,
    pattern: new RegExp(`${BEFORE}(?:${TOKEN})(?:${QUOTE})?\\s?(?:=>?|:)\\s?${QUOTED}`, "dgi"),
    isSecret: looksRandom,
  },
  {
    name: "secret or token",
    placeholder: "SECRET",
    opaque: true,
    pattern: new RegExp(`${BEFORE}(?:${TOKEN})\\s?(?::|=>?)\\s?${BARE}`, "dgi"),
    isSecret: looksRandom,
  },
  {
    name: "e-mail address",
    placeholder: "EMAIL",
    pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}(?<tld>[A-Za-z]{2,24})(?![\w-])/dg,
    isSecret: (value) => !NOT_A_DOMAIN.test(value),
  },
  {
    name: "card number",
    placeholder: "CARD",
    pattern:
      /(?<![\w.-])(?:\d{13,19}|\d{4}(?<gap>[ -])\d{4}\k<gap>\d{4}\k<gap>\d{1,7}|3\d{3}[ -]\d{6}[ -]\d{5})(?![\w-])/dg,
    isSecret: isCardNumber,
  },
  {
    name: "opaque identifier",
    placeholder: "ID",
    opaque: true,
    pattern: /(?<![\w-])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![\w-])/dg,
  },
  {
    name: "opaque identifier",
    placeholder: "ID",
    opaque: true,
    pattern: /(?<![\w+-])[\w+-]{24,4096}(?![\w+-])/dg,
    isSecret: isOpaque,
  },
];

const SCHEME = /^(?:basic|bearer|digest|token|negotiate|ntlm|api-?key|aws4)/i;

// `getty@tty1.service` of systemd and `icon@2x.png` have the shape of an address.
const NOT_A_DOMAIN =
  /\.(?:service|socket|timer|target|mount|automount|slice|scope|device|swap|path|png|jpe?g|gif|svg|webp|js|css|html?)$/i;

/** Whether a field of this name holds a secret, and of which strictness. `null`: no. */
export function secretFieldKind(
  name: string,
): (Pick<SecretKind, "name" | "placeholder" | "opaque"> & { readonly strict: boolean }) | null {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2");
  if (ALWAYS_NAME.test(words)) return { name: "password", placeholder: "PASSWORD", strict: true };
  if (HEADER_NAME.test(words))
    return { name: "authorization or cookie", placeholder: "SECRET", strict: true };
  if (TOKEN_NAME.test(words))
    return { name: "secret or token", placeholder: "SECRET", opaque: true, strict: false };
  return null;
}

const ALWAYS_NAME =
  /(?:^|[^a-z])(?:password|passwd|passphrase|passcode|pwd|secret|private[_-]?key|cvv|cvc)$/i;
const HEADER_NAME = /(?:^|[^a-z])(?:authorization|cookies?|set-cookie)$/i;
const TOKEN_NAME = new RegExp(`(?:^|[^a-z])(?:${TOKEN})$`, "i");

/** A value that says nothing secret: empty, a yes or no, or already masked. */
export function isPlain(value: string): boolean {
  return /^(?:|true|false|yes|no|on|off|null|nil|none|undefined|\(null\)|\*+|x{3,}|-|<[A-Z_]+_\d+(?::[a-z]+(?:~\d+)?)?>|\[?redacted\]?)$/i.test(
    value.trim(),
  );
}

/** Whether a value could be a key rather than a word, a number, a path or a state. */
export function looksRandom(value: string): boolean {
  if (isPlain(value) || /^[/<]/.test(value) || /^[\d.:,-]+$/.test(value) || !/[A-Za-z]/.test(value))
    return false;
  if (/\d/.test(value)) return value.length >= 6;
  return value.length >= 16 && /[a-z]/.test(value) && /[A-Z]/.test(value);
}
