// tries: end with a code of its own as the runner presents the world
// expect: failed /Deno is not defined/
export default () => Deno.exit(0);
