// tries: write into shared memory
// runner: off
// expect: failed /NotCapable: Requires write access to/
// control: written
export default () => Deno.writeTextFileSync("/dev/shm/{{mark}}", "x");
