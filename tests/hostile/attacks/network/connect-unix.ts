// tries: connect to a socket in the file system
// runner: off
// expect: failed /NotCapable: Requires (read|write|net) access to/
// control: connected
export default async () => String(await Deno.connect({ transport: "unix", path: "{{unix}}" }));
