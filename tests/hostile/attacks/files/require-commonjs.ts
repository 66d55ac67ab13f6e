// tries: require a CommonJS module
// runner: off
// expect: failed /Requires read access to/
// control: secret
import { createRequire } from "node:module";

export default () => createRequire("file:///")("{{secret}}/secret.cjs");
