// tries: have coverage written by a variable of the host
// planted: DENO_COVERAGE_DIR={{root}}/coverage
// planted: NODE_V8_COVERAGE={{root}}/coverage
// expect: done stdout /^ran\n$/
export default () => "ran";
