// tries: learn from the error of a worker whether a file exists
// runner: off
// limits: --memory 1G
// expect: done or limit memory stdout /^(?:true\n)?$/
export default async () => {
  const errorOf = (path) =>
    new Promise((done) => {
      try {
        const worker = new Worker(`file://${path}`, { type: "module" });
        worker.onerror = (event) => {
          event.preventDefault();
          done(event.message.replaceAll(path, "PATH"));
        };
      } catch (error) {
        done(error.message.replaceAll(path, "PATH"));
      }
    });
  return String((await errorOf("{{secret}}/worker.mjs")) === (await errorOf("{{secret}}/absent.mjs")));
};
