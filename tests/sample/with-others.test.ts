import { expect, test } from "vitest";
import { takeSample } from "../../src/sample/take-sample.ts";
import { withOthers } from "../../src/sample/with-others.ts";
import { withoutValues } from "../../src/sample/without-values.ts";
import { commonRecordType } from "../../src/terms/sample.ts";

const sampleOf = (text: string) =>
  takeSample({ input: "in", head: new TextEncoder().encode(text), complete: true, from: "auto" });
const USERS = "id,mail\n1,ada@example.org\n2,bo@example.org\n";
const LOGS = '{"id":1,"from":"cy@example.org"}\n{"id":2,"from":null}\n';

test("what was replaced is counted over all inputs", async () => {
  const sample = withOthers(await sampleOf(USERS), { count: 5, looked: [await sampleOf(LOGS)] });
  expect(sample.replaced).toEqual([{ kind: "e-mail address", count: 3 }]);
  expect(sample.others?.count).toBe(5);
});

test("a single input stays as it is", async () => {
  const sample = await sampleOf(USERS);
  expect(withOthers(sample, { count: 0, looked: [] })).toBe(sample);
});

test("without values there are none of any input", async () => {
  const sample = withOthers(await sampleOf(USERS), { count: 1, looked: [await sampleOf(LOGS)] });
  expect(JSON.stringify(sample)).toContain("EMAIL");
  expect(JSON.stringify(withoutValues(sample))).not.toMatch(/EMAIL|"1"/);
});

test("inputs of different types have no common one", async () => {
  const [users, logs] = [await sampleOf(USERS), await sampleOf(LOGS)];
  expect(commonRecordType(withOthers(users, { count: 1, looked: [users] }))).toBe(users.recordType);
  expect(commonRecordType(withOthers(users, { count: 1, looked: [logs] }))).toBe(null);
  expect(commonRecordType(users)).toBe(users.recordType);
});
