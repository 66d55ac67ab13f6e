// tries: read a variable in a worker
// runner: off
// limits: --memory 1G
// expect: failed /Requires env access|NotCapable/
// control: secret
export default () =>
  new Promise((done, fail) => {
    const worker = new Worker("data:text/javascript,self.postMessage(Deno.env.get('BAIT'))", {
      type: "module",
    });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message));
    };
  });
