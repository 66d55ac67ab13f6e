// tries: connect with Node's module
// runner: off
// expect: failed /Requires net access to/
// control: connected
import { connect } from "node:net";

export default () =>
  new Promise((done, fail) =>
    connect(Number("{{tcp}}"), "127.0.0.1")
      .on("connect", () => done("connected"))
      .on("error", fail),
  );
