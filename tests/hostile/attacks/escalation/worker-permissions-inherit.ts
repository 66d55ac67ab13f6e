// tries: start a worker that inherits what there is, and read in it
// runner: off
// limits: --memory 1G
// expect: failed /Requires read access/
// control: secret
export default () =>
  new Promise((done, fail) => {
    const code = "self.postMessage(Deno.readTextFileSync('{{secret}}/secret.txt'))";
    const worker = new Worker(`data:text/javascript,${code}`, { type: "module" });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message));
    };
  });
