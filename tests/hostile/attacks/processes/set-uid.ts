// tries: become another user
// runner: off
// expect: failed /Requires sys access|is not a function|not implemented/
import process from "node:process";

export default () => process.setuid(65534);
