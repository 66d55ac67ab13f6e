// tries: fill the heap of another thread, which has limits of its own
// runner: off
// limits: --memory 1G --cpu 15s
// expect: limit memory
export default () => {
  new Worker("data:text/javascript,const a=[];for(let i=0;;i++)a.push({i,t:''+i})", { type: "module" });
  return new Promise(() => setInterval(() => {}, 1000));
};
