// tries: open a web socket
// runner: off
// expect: failed /NotCapable: Requires net access to/
// control: connected
export default () =>
  new Promise((done) => {
    new WebSocket("ws://127.0.0.1:{{tcp}}/").onerror = () => done("asked");
  });
