// tries: write one line that is longer than the limit
// limits: --max-output 1M
// expect: limit output
export default () => "x".repeat(2_000_000);
