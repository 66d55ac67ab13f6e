// tries: ask with Node's client of the second version
// runner: off
// expect: failed /Requires net access to/
import { connect } from "node:http2";

export default () =>
  new Promise((done, fail) => connect("http://127.0.0.1:{{tcp}}/", () => done("answered")).on("error", fail));
