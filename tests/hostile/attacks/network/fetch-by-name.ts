// tries: have a name looked up, which is a packet too
// runner: off
// expect: failed /NotCapable: Requires net access to/
export default async () => (await fetch("http://data.in.a.name.invalid/")).text();
