import { expect, test } from "vitest";
import { jsonPath } from "../../../src/guest/writ/json-path.ts";

// The document of RFC 9535, section 1.5.
const STORE = {
  store: {
    book: [
      { author: "Rees", price: 8.95 },
      { author: "Waugh", price: 12.99 },
      { author: "Melville", isbn: "0-553", price: 8.99 },
    ],
    bicycle: { color: "red", price: 399 },
  },
};
const BOOKS = STORE.store.book;

test.each([
  ["$", [STORE]],
  ["$.store.book[*].author", ["Rees", "Waugh", "Melville"]],
  ["$..author", ["Rees", "Waugh", "Melville"]],
  ["$.store.*", [BOOKS, STORE.store.bicycle]],
  ["$.store..price", [8.95, 12.99, 8.99, 399]],
  ["$..book[2]", [BOOKS[2]]],
  ["$..book[-1]", [BOOKS[2]]],
  ["$..book[:2]", BOOKS.slice(0, 2)],
  ["$..book[1:].isbn", ["0-553"]],
  ["$['store']['bicycle']", [STORE.store.bicycle]],
  ["store.bicycle.color", ["red"]],
  ["$..[0]", [BOOKS[0]]],
  ["$.store.book[9]", []],
  ["$.store.book.length", []],
  ["$.nothing.here", []],
])("jsonPath %s", (path, found) => {
  expect(jsonPath(STORE, path)).toEqual(found);
});

test("names in quotes may hold anything", () => {
  expect(jsonPath({ "a.b ]": { "\n": 1 } }, '$["a.b ]"]["\\n"]')).toEqual([1]);
  expect(jsonPath({ "it's": 1 }, "$['it\\'s']")).toEqual([1]);
});

test.each([
  ["$.a[", 4],
  ["$[?@.a]", 2],
  ["a..", 2],
  ["$x", 2],
])("jsonPath refuses %j at column %i", (path, column) => {
  expect(() => jsonPath({}, path)).toThrow(
    `jsonPath: expected .name, [0], [*], [1:3] or ["name"] at column ${column} of ${JSON.stringify(path)}`,
  );
});
