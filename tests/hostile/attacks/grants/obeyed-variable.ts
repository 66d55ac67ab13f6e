// tries: have the engine and the loader obey variables that are granted
// granted: env:NODE_OPTIONS env:LD_PRELOAD env:DENO_V8_FLAGS
// planted: NODE_OPTIONS=--require {{work}}/trap.cjs
// planted: LD_PRELOAD=/nonexistent/preloaded.so
// planted: DENO_V8_FLAGS=--no-such-flag
// expect: done stdout /^--require .*trap\.cjs\n\/nonexistent\/preloaded\.so\n--no-such-flag\n$/
export default (input, options, { env }) => [env("NODE_OPTIONS"), env("LD_PRELOAD"), env("DENO_V8_FLAGS")];
