// tries: loop before there is a function to call
// limits: --cpu 1s
// expect: limit cpu
for (;;);
export default () => 1;
