// tries: block the thread without using it
// runner: off
// limits: --time 1s
// expect: limit wall
export default () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
