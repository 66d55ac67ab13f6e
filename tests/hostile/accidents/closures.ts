// tries: functions that all remember something
// expect: limit memory or limit cpu
export default () => {
  const all: unknown[] = [];
  for (let i = 0; ; i++) {
    const kept = [i, `${i}`];
    all.push(() => kept);
  }
};
