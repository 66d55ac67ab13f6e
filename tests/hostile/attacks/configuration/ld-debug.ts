// tries: have the loader write a log
// planted: LD_DEBUG=libs
// planted: LD_DEBUG_OUTPUT={{root}}/loader
// expect: done /^$/ stdout /^ran\n$/
export default () => "ran";
