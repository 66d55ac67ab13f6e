/**
 * How tokens of well-known services are written, each with the service: sources for one pattern. secretlint knows more
 * of them; these are what it does not know, or knows only beside a certain word.
 */
export const TOKEN_FORMATS: readonly (readonly [service: string, format: string])[] = [
  ["OpenAI, Anthropic, Stripe", "(?:sk|pk|rk)[-_][\\w-]{20,}"],
  ["GitHub", "gh[pousr]_\\w{30,}"],
  ["GitHub, fine-grained", "github_pat_\\w{30,}"],
  ["GitLab", "glpat-[\\w-]{20,}"],
  ["Slack", "xox[abeoprs]-[\\w-]{10,}"],
  ["AWS", "A[KS]IA[0-9A-Z]{16}"],
  ["Google", "AIza[\\w-]{35}"],
  ["Google, OAuth", "ya29\\.[\\w-]{20,}"],
  ["npm", "npm_\\w{36}"],
  ["PyPI", "pypi-[\\w-]{20,}"],
  ["Hugging Face", "hf_\\w{30,}"],
  ["SendGrid", "SG\\.[\\w-]{16,}\\.[\\w-]{16,}"],
  ["Twilio", "(?:SK|AC)[0-9a-f]{32}"],
  ["DigitalOcean", "do[opr]_v1_[0-9a-f]{64}"],
  ["Telegram", "\\d{8,10}:AA[\\w-]{30,}"],
  ["Mailgun", "key-[0-9a-f]{32}"],
  ["Shopify", "shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"],
  ["Vault", "hv[sbr]\\.[\\w-]{24,}"],
  ["age", "AGE-SECRET-KEY-1[0-9A-Z]{50,}"],
];
