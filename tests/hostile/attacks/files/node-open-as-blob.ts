// tries: open a file as a blob
// runner: off
// expect: failed /Requires read access|not implemented|not a function|does not provide/
export default async () => (await (await import("node:fs")).openAsBlob("{{secret}}/secret.txt")).text();
