// tries: connect
// runner: off
// expect: failed /NotCapable: Requires net access to/
// control: connected
export default async () => String(await Deno.connect({ hostname: "127.0.0.1", port: Number("{{tcp}}") }));
