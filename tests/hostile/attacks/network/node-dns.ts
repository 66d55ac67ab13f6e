// tries: look a name up with Node's module
// runner: off
// expect: failed /Requires net access|NotCapable|ENOTFOUND|EPERM|EAI_/
import { lookup } from "node:dns/promises";

export default async () => (await lookup("localhost")).address;
