// tries: start threads without end
// runner: off
// limits: --cpu 3s
// expect: limit memory
export default () => {
  for (;;) new Worker("data:text/javascript,setInterval(()=>{},1000)", { type: "module" });
};
