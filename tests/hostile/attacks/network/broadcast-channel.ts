// tries: speak to another process on a broadcast channel, which must stay inside this one
// runner: off
// expect: done stdout /^nobody\n$/
export default () =>
  new Promise((done) => {
    const channel = new BroadcastChannel("{{mark}}");
    channel.onmessage = ({ data }) => done(String(data));
    channel.postMessage("hello");
    setTimeout(() => done("nobody"), 100);
  });
