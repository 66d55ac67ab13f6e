// tries: fetch a file by its address
// runner: off
// expect: failed /NotCapable: Requires read access to|fetch failed/
// control: secret
export default async () => (await fetch("file://{{secret}}/secret.txt")).text();
