/** A secret as it turns up: alone in a field of that name, and in a line of a log. */
export interface Planted {
  readonly kind: string;
  readonly field: string;
  readonly value: string;
  readonly inText: string;
}

/** Letters and digits without a pattern, the same every time: put together here, so that no scanner takes them for a leak. */
function opaque(length: number, alphabet: string, seed: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return alphabet[Math.floor((state / 2 ** 31) * alphabet.length)];
  }).join("");
}

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = UPPER.toLowerCase();
const DIGITS = "0123456789";
const HEX = "0123456789abcdef";
const MIXED = UPPER + LOWER + DIGITS;

const mixed = (length: number, seed: number) => `${opaque(length - 3, MIXED, seed)}a7Q`;
const hex = (length: number, seed: number) => `${opaque(length - 2, HEX, seed)}f3`;

function pem(label: string, seed: number): string {
  const body = [1, 2, 3].map((line) => mixed(64, seed + line)).join("\n");
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
}

/** The pieces of a secret that are secret: its opaque parts. */
export function secretParts({ value }: Planted): readonly string[] {
  const parts = value.match(/[A-Za-z0-9_-]{12,}/g) ?? [];
  const known = parts.filter((part) => !/-----|^(?:RSA|PRIVATE|OPENSSH|discord|username|\d+$)/.test(part));
  return known.length > 0 ? known : [value];
}

function row(
  kind: string,
  field: string,
  value: string,
  inText: (value: string) => string = (text) => `${field}=${text}`,
): Planted {
  return { kind, field, value, inText: inText(value) };
}

const bare = (value: string) => `got ${value} from it`;

/** Secrets of more than forty kinds. */
export const PLANTED: readonly Planted[] = [
  row("password", "password", "correct-horse"),
  row("password in an environment", "DB_PASSWORD", "hunter2!"),
  row("password in a sentence", "pwd", "geheim99", (value) => `password: ${value}`),
  row("passphrase", "passphrase", "three little words", (value) => `passphrase="${value}"`),
  row("client secret", "client_secret", mixed(28, 1)),
  row("card verification code", "cvv", "739", () => "cvv field=cvv password=739-739"),
  row("RSA private key", "private_key", pem("RSA PRIVATE KEY", 2), (value) => value),
  row("OpenSSH private key", "key", pem("OPENSSH PRIVATE KEY", 6), (value) => value),
  row("PGP private key", "key", pem("PGP PRIVATE KEY BLOCK", 10), (value) => value),
  row("age secret key", "key", `AGE-SECRET-KEY-1${opaque(58, UPPER + DIGITS, 14)}`, bare),
  row("JSON web token", "id", `eyJ${mixed(17, 15)}.eyJ${mixed(30, 16)}.${mixed(43, 17)}`, bare),
  row(
    "basic authorization",
    "authorization",
    `Basic ${mixed(24, 18)}==`,
    (value) => `Authorization: ${value}`,
  ),
  row(
    "bearer authorization",
    "Authorization",
    `Bearer ${mixed(32, 19)}`,
    (value) => `authorization: ${value}`,
  ),
  row(
    "digest authorization",
    "proxy-authorization",
    `Digest username="ada", response="${hex(32, 20)}"`,
    () => `Proxy-Authorization: Digest username=ada, response=${hex(32, 20)}`,
  ),
  row("bearer token in a sentence", "header", `Bearer ${mixed(32, 21)}`, (value) => `sent ${value} along`),
  row("cookie", "cookie", `sid=${mixed(16, 22)}; theme=dark`, (value) => `Cookie: ${value}`),
  row("cookie that is set", "set-cookie", `id=${mixed(16, 23)}; Path=/`, (value) => `Set-Cookie: ${value}`),
  row("session", "session_id", mixed(20, 24)),
  row("CSRF token", "csrf_token", mixed(24, 25), (value) => `POST /pay?csrf_token=${value}&n=1`),
  row("token in a URL", "url", `/reset?token=${mixed(20, 26)}`, (value) => `GET ${value} HTTP/1.1`),
  row("database URL", "url", `postgres://app:${mixed(12, 27)}@db.local:5432/x`, bare),
  row("URL without a user", "url", `redis://:${mixed(12, 28)}@cache:6379`, bare),
  row("connection string", "dsn", `Server=db;User Id=app;Password=${mixed(12, 29)};`, bare),
  row("AWS access key", "id", `AKIA${opaque(15, UPPER + DIGITS, 30)}7`, bare),
  row(
    "AWS secret key",
    "aws_secret_access_key",
    mixed(40, 31),
    (value) => `aws_secret_access_key = ${value}`,
  ),
  row("GitHub token", "id", `ghp_${mixed(36, 32)}`, bare),
  row("GitHub token of fine grain", "id", `github_pat_${mixed(22, 33)}_${mixed(59, 34)}`, bare),
  row("GitLab token", "id", `glpat-${mixed(20, 35)}`, bare),
  row("Slack token", "id", `xoxb-${opaque(12, DIGITS, 36)}-${opaque(12, DIGITS, 37)}-${mixed(24, 38)}`, bare),
  row(
    "Slack webhook",
    "url",
    `https://hooks.slack.com/services/T${opaque(8, UPPER, 39)}/B${opaque(8, UPPER, 40)}/${mixed(24, 41)}`,
    bare,
  ),
  row("Stripe key", "id", `sk_live_${mixed(24, 42)}`, bare),
  row("OpenAI key", "id", `sk-proj-${mixed(48, 43)}`, bare),
  row("Anthropic key", "id", `sk-ant-api03-${mixed(80, 44)}-AA`, bare),
  row("Google API key", "id", `AIza${mixed(35, 45)}`, bare),
  row("Google access token", "id", `ya29.${mixed(60, 46)}`, bare),
  row("npm token", "id", `npm_${mixed(36, 47)}`, bare),
  row("PyPI token", "id", `pypi-AgEIcHlwaS5vcmc${mixed(60, 48)}`, bare),
  row("Hugging Face token", "id", `hf_${mixed(34, 49)}`, bare),
  row("SendGrid key", "id", `SG.${mixed(22, 50)}.${mixed(43, 51)}`, bare),
  row("Twilio key", "id", `SK${hex(32, 52)}`, bare),
  row(
    "Azure storage key",
    "AccountKey",
    `${mixed(86, 53)}==`,
    (value) => `AccountName=x;AccountKey=${value};`,
  ),
  row(
    "Azure shared access signature",
    "url",
    `https://x.blob.core.windows.net/c?sv=2022&sig=${mixed(43, 54)}%3D`,
    bare,
  ),
  row("DigitalOcean token", "id", `dop_v1_${hex(64, 55)}`, bare),
  row("Telegram bot token", "id", `${opaque(10, "123456789", 56)}:AA${mixed(33, 57)}`, bare),
  row(
    "Discord webhook",
    "url",
    `https://discord.com/api/webhooks/${opaque(18, "123456789", 58)}/${mixed(68, 59)}`,
    bare,
  ),
  row("Mailgun key", "id", `key-${hex(32, 60)}`, bare),
  row("Shopify token", "id", `shpat_${hex(32, 61)}`, bare),
  row("Vault token", "id", `hvs.${mixed(90, 62)}`, bare),
  row("one-time code", "otp", mixed(8, 63)),
  row("e-mail address", "user", "ada.lovelace@example.org", (value) => `mail to <${value}>`),
  row("card number", "paid", "4111111111111111", (value) => `paid with ${value}.`),
  row("card number with hyphens", "paid", "5500-0000-0000-0004", bare),
  row("UUID", "user", `${hex(8, 64)}-${hex(4, 65)}-4${hex(3, 66)}-a${hex(3, 67)}-${hex(12, 68)}`, bare),
  row("long hexadecimal identifier", "user", hex(64, 69), bare),
  row("long opaque identifier", "user", mixed(43, 70), bare),
];
