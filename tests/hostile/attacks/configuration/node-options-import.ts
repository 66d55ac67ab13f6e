// tries: have a module imported by NODE_OPTIONS of the host
// planted: NODE_OPTIONS=--import {{work}}/trap.mjs
// expect: done stdout /^ran\n$/
export default () => "ran";
