// tries: listen
// runner: off
// expect: failed /NotCapable: Requires net access to/
// control: /tcp/
export default () => Deno.listen({ port: 0 }).addr.transport;
