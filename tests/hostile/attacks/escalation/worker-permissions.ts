// tries: start a worker that may more
// runner: off
// limits: --memory 1G
// expect: failed /--unstable-worker-options|Can't escalate|escalate/
// control: secret
export default () =>
  new Promise((done, fail) => {
    const code = "self.postMessage(Deno.readTextFileSync('{{secret}}/secret.txt'))";
    const worker = new Worker(`data:text/javascript,${code}`, {
      type: "module",
      deno: { permissions: { read: true } },
    });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message));
    };
  });
