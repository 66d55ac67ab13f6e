// tries: write a snapshot with the test runner
// runner: off
// expect: failed /Top-level await promise never resolved|Requires/
import test from "node:test";

export default async () => {
  await new Promise((done, fail) =>
    test("writes", (t) => {
      try {
        t.assert.fileSnapshot("x", "{{root}}/snapshot");
        done();
      } catch (error) {
        fail(error);
      }
    }),
  );
};
