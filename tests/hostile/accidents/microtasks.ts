// tries: promises that make promises
// expect: limit cpu
export default async () => {
  for (;;) await null;
};
