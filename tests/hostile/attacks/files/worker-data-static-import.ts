// tries: start a worker from a data address that imports a file statically
// limits: --memory 1G
// runner: off
// expect: failed /Requires read access to ".*secret\.txt"/
// control: secret
export default () =>
  new Promise((done, fail) => {
    const code = 'import s from "file://{{secret}}/secret.txt" with { type: "text" }; self.postMessage(s);';
    const worker = new Worker(`data:text/javascript,${encodeURIComponent(code)}`, { type: "module" });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message));
    };
  });
