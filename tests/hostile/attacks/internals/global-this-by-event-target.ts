// tries: reach the global object with an event target of the web streams, which still load
// expect: failed /Illegal invocation/
import { WritableStream } from "node:stream/web";

export default () => {
  let signal;
  new WritableStream({
    start(controller) {
      signal = controller.signal;
    },
  });
  const target = Object.getPrototypeOf(Object.getPrototypeOf(signal));
  target.addEventListener.call(undefined, "unload", (event) => console.log(Object.keys(event.currentTarget)));
};
