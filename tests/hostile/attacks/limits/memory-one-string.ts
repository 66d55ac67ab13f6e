// tries: one text that is longer than there may be
// limits: --memory 128M
// expect: failed /Invalid string length/
export default () => "x".repeat(2 ** 30);
