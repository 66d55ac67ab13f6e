// tries: have the engine wait for a debugger
// planted: DENO_INSPECT=1
// planted: NODE_INSPECT_RESUME_ON_START=1
// expect: done stdout /^ran\n$/
export default () => "ran";
