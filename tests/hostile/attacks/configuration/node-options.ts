// tries: have a module loaded by NODE_OPTIONS of the host
// planted: NODE_OPTIONS=--require {{work}}/trap.cjs
// expect: done stdout /^ran\n$/
// control: secret
export default () => "ran";
