// tries: the same with values that are never done
// limits: --cpu 1s
// expect: limit cpu
export default () => {
  const never = {
    // biome-ignore lint/suspicious/noThenProperty: that is the attack
    then: (done) => done(never),
  };
  return never;
};
