// tries: start a shell as the runner presents the world
// expect: failed /globalThis is not defined/
import { execSync } from "node:child_process";

export default () => execSync("id").toString();
