// tries: open the terminal
// runner: off
// expect: failed /NotCapable: Requires (read|all|write) access to/
export default () => String(Deno.openSync("/dev/tty", { read: true, write: true }));
