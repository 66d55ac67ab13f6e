// tries: fetch
// runner: off
// expect: failed /NotCapable: Requires net access to "127\.0\.0\.1:\d+"/
// control: secret
export default async () => (await fetch("http://127.0.0.1:{{tcp}}/")).text();
