// tries: ask with Node's client
// runner: off
// expect: failed /Requires net access to/
// control: connected
import { get } from "node:http";

export default () =>
  new Promise((done, fail) => get("http://127.0.0.1:{{tcp}}/", () => done("answered")).on("error", fail));
