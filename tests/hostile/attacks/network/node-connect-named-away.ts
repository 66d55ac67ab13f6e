// tries: connect with Node's module as the runner presents the world
// expect: failed /globalThis is not defined/
import { connect } from "node:net";

export default () =>
  new Promise((done, fail) =>
    connect(Number("{{tcp}}"), "127.0.0.1")
      .on("connect", () => done("connected"))
      .on("error", fail),
  );
