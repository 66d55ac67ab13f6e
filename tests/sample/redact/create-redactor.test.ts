import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/sample/redact/create-redactor.ts";

function redact(text: string): string {
  return createRedactor({ known: [] }).text(text);
}

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

const REPLACED: readonly [text: string, redacted: string][] = [
  ["password=hunter2", "password=<PASSWORD_1>"],
  ["DB_PASSWORD=correct-horse", "DB_PASSWORD=<PASSWORD_1>"],
  ["dbPassword='letmein'", "dbPassword='<PASSWORD_1>'"],
  ['{"password":"a b c"}', '{"password":"<PASSWORD_1>"}'],
  ['{\\"password\\":\\"abc\\"}', '{\\"password\\":\\"<PASSWORD_1>\\"}'],
  ["password: hunter2", "password: <PASSWORD_1>"],
  ["pwd=geheim", "pwd=<PASSWORD_1>"],
  ["GET /login?token=a8f5f167f44f&next=/ HTTP/1.1", "GET /login?token=<SECRET_1:hex~16>&next=/ HTTP/1.1"],
  ["X-Api-Key: 9f86d081884c7d65", "X-Api-Key: <SECRET_1:hex~16>"],
  ["api_key = 'A1b2C3d4E5'", "api_key = '<SECRET_1:mixed~16>'"],
  ["Authorization: Basic dXNlcjpwYXNz", "Authorization: <AUTHORIZATION_1>"],
  [
    `curl -H "Authorization: Bearer abc.def" https://x.org`,
    `curl -H "Authorization: <AUTHORIZATION_1>" https://x.org`,
  ],
  ["sent Bearer 0123456789abcdef0123 to it", "sent Bearer <TOKEN_1:hex~32> to it"],
  ["Cookie: sid=1; theme=dark", "Cookie: <COOKIE_1>"],
  ["Set-Cookie: id=a3fWa; Path=/; HttpOnly", "Set-Cookie: <COOKIE_1>"],
  [`jwt ${JWT} end`, "jwt <JWT_1:mixed~128> end"],
  ["postgres://app:s3cret@db.local:5432/x", "postgres://app:<PASSWORD_1>@db.local:5432/x"],
  ["mail to ada@example.org, bob@example.org", "mail to <EMAIL_1>, <EMAIL_2>"],
  ["ada@example.org wrote to ada@example.org", "<EMAIL_1> wrote to <EMAIL_1>"],
  ["paid with 4111 1111 1111 1111.", "paid with <CARD_1>."],
  ["card=4111111111111111", "card=<CARD_1>"],
  [
    "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\nnext",
    "<PRIVATE_KEY_1>\nnext",
  ],
  ["-----BEGIN PRIVATE KEY-----\nMIIE\nthe rest is cut o", "<PRIVATE_KEY_1>"],
  ["key AKIAIOSFODNN7ABCDEFG used", "key <TOKEN_1:mixed~32> used"],
  ["commit 9fceb02d0ae598e95dc970b74767f19372d61af8", "commit <ID_1:hex~64>"],
  ["for 3fa85f64-5717-4562-b3fc-2c963f66afa6.", "for <ID_1:uuid>."],
];

const KEPT: readonly string[] = [
  '203.0.113.7 - - [10/Oct/2025:13:55:36 +0000] "GET /a.css?v=123 HTTP/1.1" 200 2326 "-" "curl/8.0" 0.123',
  "2025-10-10T13:55:36.123Z INFO 127.0.0.1:8080 request_id=8f14e45f done in 12ms",
  "1760104536123 1760104536123456 1760104536123456789",
  "Oct 10 13:55:36 host sshd[1234]: Failed password for root from 198.51.100.4 port 22 ssh2",
  "Oct 10 13:55:36 host sudo: ada : TTY=pts/0 ; PWD=/home/ada ; USER=root ; COMMAND=/bin/ls",
  "systemd[1]: Started getty@tty1.service - Getty on tty1.",
  "error: invalid token: unexpected end of input",
  "password: required",
  "max_tokens=4096 tokens=12 token: 7",
  "order 4111111111111112 has a wrong check digit",
  "secret=true password=null token=",
  "org.apache.hadoop.hdfs.server.datanode.DataNode$DataXceiver2 FSNamesystem_blockReport12",
  "blk_-1608999687919862906 part-00000-of-00100 20251010T135536123456789Z 2025-10-10T13-55-36-123456Z",
  "HTTPConnectionPoolTimeoutError2 MAX_RETRIES_EXCEEDED_ERROR_4 i686-pc-linux-gnu-gcc-4.9.2-20140930",
  "pass=3 fail=0 total=3",
  "icon@2x.png is 12 KB, 50% @ 10:30",
  "the cookie: a small cake",
  "authorization: failed for this user",
];

describe("createRedactor text", () => {
  test.each(REPLACED)("replaces the secret in %j", (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  test.each(KEPT)("keeps %j as it is", (text) => {
    expect(redact(text)).toBe(text);
  });

  test("replaces known values wherever they stand", () => {
    const redactor = createRedactor({ known: ["wJalrXUtnFEMI"] });
    expect(redactor.text("a wJalrXUtnFEMI b wJalrXUtnFEMI")).toBe(
      "a <TOKEN_1:letters~16> b <TOKEN_1:letters~16>",
    );
  });

  test("changes nothing when it reads its own result again", () => {
    for (const [text] of REPLACED) expect(redact(redact(text))).toBe(redact(text));
  });

  test("stays linear on long hostile text", () => {
    const hostile = [
      "a@".repeat(50_000),
      "token".repeat(20_000),
      "-----BEGIN ".repeat(10_000),
      "1 ".repeat(50_000),
    ];
    for (const text of hostile) expect(redact(text)).toBe(text);
  });
});

describe("createRedactor value", () => {
  test("replaces whole values of fields with secret names, deep in a record", () => {
    const record = {
      user: { name: "ada", password: "x", apiKey: "k3y-abcdef", pin: 5 },
      cookies: "a=b",
      cvv: 123,
    };
    expect(createRedactor({ known: [] }).value(record)).toEqual({
      user: { name: "ada", password: "<PASSWORD_1>", apiKey: "<SECRET_1:mixed~16>", pin: 5 },
      cookies: "<SECRET_2>",
      cvv: "<PASSWORD_2>",
    });
  });

  test("keeps words and counts in fields named token", () => {
    const record = { token: "NOUN", tokens: 12, token_type: "bearer", passwordChanged: true };
    expect(createRedactor({ known: [] }).value(record)).toEqual(record);
  });

  test("replaces card numbers that are JSON numbers, and keys that are secrets", () => {
    const redactor = createRedactor({ known: [] });
    expect(redactor.value({ paid: 4111111111111111, "ada@example.org": 1 })).toEqual({
      paid: "<CARD_1>",
      "<EMAIL_1>": 1,
    });
  });

  test("counts what it replaced by kind", () => {
    const redactor = createRedactor({ known: [] });
    redactor.value(["ada@example.org", "ada@example.org", { password: "x" }]);
    expect(redactor.replaced()).toEqual([
      { kind: "e-mail address", count: 2 },
      { kind: "password", count: 1 },
    ]);
  });
});
