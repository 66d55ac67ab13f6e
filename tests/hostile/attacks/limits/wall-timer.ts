// tries: sleep without end
// runner: off
// limits: --time 1s
// expect: limit wall
export default () => new Promise(() => setInterval(() => {}, 1e6));
