// tries: have the shell that sets the limits read a file first
// planted: ENV={{work}}/trap.cjs
// planted: BASH_ENV={{work}}/trap.cjs
// expect: done /^$/ stdout /^ran\n$/
export default () => "ran";
