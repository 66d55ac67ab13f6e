// tries: read a file with Node's module as the runner presents the world
// expect: failed /globalThis is not defined/
import { readFileSync } from "node:fs";

export default () => readFileSync("{{secret}}/secret.txt", "utf8");
