// tries: start a shell
// runner: off
// expect: failed /Requires (env|run) access/
// control: /uid=/
import { execSync } from "node:child_process";

export default () => execSync("id").toString();
