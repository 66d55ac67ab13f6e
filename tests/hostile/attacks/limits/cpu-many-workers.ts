// tries: loop on many threads
// runner: off
// limits: --cpu 1s --memory 4G
// expect: limit cpu
export default () => {
  for (let i = 0; i < 4; i++) new Worker("data:text/javascript,for(;;);", { type: "module" });
  return new Promise(() => setInterval(() => {}, 1000));
};
