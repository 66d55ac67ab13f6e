// tries: listen with Node's module
// runner: off
// expect: failed /Requires net access to/
// control: /\d+/
import { createServer } from "node:net";

export default () =>
  new Promise((done, fail) => {
    const server = createServer()
      .on("error", fail)
      .listen(0, "127.0.0.1", () => done(String(server.address().port)));
  });
