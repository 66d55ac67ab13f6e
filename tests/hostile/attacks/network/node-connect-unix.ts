// tries: connect to a socket in the file system with Node's module
// runner: off
// expect: failed /Requires (read|write|net) access to/
// control: connected
import { connect } from "node:net";

export default () =>
  new Promise((done, fail) =>
    connect("{{unix}}")
      .on("connect", () => done("connected"))
      .on("error", fail),
  );
