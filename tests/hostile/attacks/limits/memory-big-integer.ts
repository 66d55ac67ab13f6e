// tries: whole numbers that grow
// limits: --memory 128M
// expect: limit memory
export default () => {
  const all = [];
  for (let i = 0; ; i++) all.push(1n << BigInt(8_000_000 + i));
};
