// tries: connect over QUIC
// runner: off
// expect: failed /is not a function|Requires net access/
export default async () => String(await Deno.connectQuic({ hostname: "127.0.0.1", port: Number("{{udp}}") }));
