// tries: start a worker from a module that is a file
// limits: --memory 1G
// runner: off
// expect: failed /Requires read access to ".*worker\.mjs"/
// control: secret
export default () =>
  new Promise((done, fail) => {
    const worker = new Worker("file://{{secret}}/worker.mjs", { type: "module" });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message));
    };
  });
