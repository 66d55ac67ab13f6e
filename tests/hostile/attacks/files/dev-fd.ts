// tries: open what was inherited as a descriptor
// runner: off
// expect: failed /NotCapable: Requires|Bad file descriptor|No such/
export default () => {
  for (let number = 3; number < 12; number++) Deno.readTextFileSync(`/dev/fd/${number}`);
};
