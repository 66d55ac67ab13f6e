// tries: listen to events of a server
// runner: off
// expect: failed /Requires net access to|refused/
// control: connected
export default () =>
  new Promise((done, fail) => {
    const source = new EventSource("http://127.0.0.1:{{tcp}}/");
    source.onerror = (event) => {
      source.close();
      fail(new Error(event.message || "refused"));
    };
  });
