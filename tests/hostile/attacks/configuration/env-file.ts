// tries: have variables from a .env file of the working folder
// runner: off
// expect: failed /Requires env access/
export default () => Deno.env.get("BAIT_FROM_FILE");
