// tries: listen on a socket in the file system
// runner: off
// expect: failed /NotCapable: Requires (read|write) access to/
// control: written
export default () => String(Deno.listen({ transport: "unix", path: "{{root}}/listening" }));
