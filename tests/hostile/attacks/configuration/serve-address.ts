// tries: have the engine listen by a variable of the host
// planted: DENO_SERVE_ADDRESS=tcp:127.0.0.1:0
// expect: done stdout /^ran\n$/
export default () => "ran";
