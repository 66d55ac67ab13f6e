import { expect, test } from "vitest";
import { optionalFields, withoutRefused } from "../../../src/draft/models/optional-fields.ts";

const fields = (host: string) =>
  optionalFields({
    endpoint: { baseURL: `https://${host}/v1`, apiKey: null, model: "m", host, loopback: false },
    messages: [],
    parameters: { temperature: 0, outputTokensMost: 9 },
  });

const refusal = (status: number, message: string) => Object.assign(new Error(message), { status });

test("the most that a reply may take has the name that the server knows", () => {
  expect(fields("api.openai.com").sent).toMatchObject({ max_completion_tokens: 9 });
  expect(fields("other.example").sent).toMatchObject({ max_tokens: 9 });
});

test("a field that was refused by name is left out", () => {
  const next = withoutRefused(refusal(400, "temperature is not supported"), fields("other.example"))!;
  expect(next.fields.sent).toEqual({ stream_options: { include_usage: true }, max_tokens: 9 });
  expect(next.reason).toBe("the model does not take temperature");
});

test("a field with another name is sent under it once, and then not at all", () => {
  const first = withoutRefused(refusal(400, "no max_tokens here"), fields("other.example"))!;
  expect(first.fields.sent).toMatchObject({ max_completion_tokens: 9 });
  const second = withoutRefused(refusal(422, "no max_completion_tokens either"), first.fields)!;
  expect(Object.keys(second.fields.sent)).toEqual(["stream_options", "temperature"]);
});

test.each([
  ["names no field", 400, "bad request"],
  ["names one that was not sent", 400, "seed is not supported"],
  ["names one as a part of a word", 400, "temperatures differ"],
  ["is none of these", 401, "temperature is not supported"],
])("a refusal that %s leads to no other request", (_, status, message) => {
  expect(withoutRefused(refusal(status, message), fields("other.example"))).toBeNull();
});
