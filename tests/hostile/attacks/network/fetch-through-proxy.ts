// tries: fetch by way of a proxy that the variables of the host name
// runner: off
// planted: HTTP_PROXY=http://127.0.0.1:{{tcp}}
// expect: failed /NotCapable: Requires net access to "example\.invalid:80"/
// control: connected
export default async () => (await fetch("http://example.invalid/")).text();
