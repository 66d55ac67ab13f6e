// tries: have the shell that sets the limits call a function of the host instead
// planted: BASH_FUNC_ulimit%%=() { return 0; }
// planted: BASH_FUNC_exec%%=() { echo sprung; }
// expect: done /^$/ stdout /^ran\n$/
export default () => "ran";
