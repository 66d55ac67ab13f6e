// tries: use up time in small waits
// limits: --cpu 10s --time 1s
// expect: limit wall
export default async () => {
  for (;;) await new Promise((done) => Promise.resolve().then(done));
};
