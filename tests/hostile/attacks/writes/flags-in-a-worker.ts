// tries: the same with an engine instance that starts after the flags were set
// limits: --memory 1G
// runner: off
// expect: done stdout /./
import { setFlagsFromString } from "node:v8";

export default () => {
  setFlagsFromString("--log-all");
  setFlagsFromString("--prof");
  setFlagsFromString("--logfile={{root}}/worker.log");
  return new Promise((done) => {
    const worker = new Worker("data:text/javascript,self.postMessage('ran')", { type: "module" });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      done("failed");
    };
  });
};
