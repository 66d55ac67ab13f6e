// tries: look a name up
// runner: off
// expect: failed /NotCapable: Requires net access/
export default async () =>
  Deno.resolveDns("a.name.invalid", "A", { nameServer: { ipAddr: "127.0.0.1", port: Number("{{udp}}") } });
