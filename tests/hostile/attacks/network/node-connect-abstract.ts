// tries: connect to a socket without a file
// runner: off
// expect: failed /Requires (net|read|write) access/
import { connect } from "node:net";

export default () =>
  new Promise((done, fail) =>
    connect("\0{{mark}}")
      .on("connect", () => done("connected"))
      .on("error", fail),
  );
