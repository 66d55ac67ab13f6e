import { expect, test } from "vitest";
import { createRedactor } from "../../../src/sample/redact/create-redactor.ts";
import { redactColumns } from "../../../src/sample/redact/secret-columns.ts";

test.each([
  ["commas", ["user,password,n", "ada,hunter2,1"], ["user,password,n", "ada,<PASSWORD_1>,1"]],
  ["quotes", ['"user","password"', '"a,b","x y"'], ['"user","password"', '"a,b","<PASSWORD_1>"']],
  ["tabs", ["user\tapi_key", "ada\tA1b2C3d4"], ["user\tapi_key", "ada\t<SECRET_1:mixed~8>"]],
  ["bars with room", ["user | pwd", "ada | hunter2"], ["user | pwd", "ada | <PASSWORD_1>"]],
  ["a row that is cut", ["user,password", "ada"], ["user,password", "ada"]],
  ["a quote that stays open", ["user,password", 'ada,"hunter2'], ["user,password", 'ada,"<PASSWORD_1>']],
  ["nothing beneath", ["user,password", "ada,"], ["user,password", "ada,"]],
  ["a blank line ends it", ["user,password", "", "ada,ok"], ["user,password", "", "ada,ok"]],
  ["no names of secrets", ["user,city", "ada,Paris"], ["user,city", "ada,Paris"]],
  ["prose", ["password: not set, password: wrong", "a,b"], ["password: not set, password: wrong", "a,b"]],
])("%s", (_, lines, redacted) => {
  expect(redactColumns(lines, createRedactor({ known: [] }))).toEqual(redacted);
});
