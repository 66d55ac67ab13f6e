// tries: have a library loaded by LD_PRELOAD of the host
// planted: LD_PRELOAD={{secret}}/absent.so
// expect: done /^$/ stdout /^ran\n$/
export default () => "ran";
