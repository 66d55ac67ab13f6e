// tries: make a temporary folder with Node's module
// runner: off
// expect: failed /Requires write access to/
// control: written
import { mkdtempSync } from "node:fs";

export default () => mkdtempSync("/tmp/{{mark}}-");
