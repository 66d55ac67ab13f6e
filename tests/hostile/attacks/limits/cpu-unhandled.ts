// tries: answer every rejection with another
// limits: --cpu 1s
// expect: limit cpu
export default async () => {
  const again = () => Promise.reject(new Error("again")).finally(again);
  again();
  await new Promise(() => {});
};
