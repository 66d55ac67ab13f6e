// tries: loop on another thread
// runner: off
// limits: --cpu 1s --memory 1G
// expect: limit cpu
export default () => {
  new Worker("data:text/javascript,for(;;);", { type: "module" });
  return new Promise(() => setInterval(() => {}, 1000));
};
