// tries: serve
// runner: off
// expect: failed /NotCapable: Requires net access to/
export default () => String(Deno.serve({ port: 0 }, () => new Response("x")));
