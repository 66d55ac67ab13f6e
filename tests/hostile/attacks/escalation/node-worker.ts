// tries: start a worker of Node's kind from text, in which names are as ever
// runner: off
// limits: --memory 1G
// expect: failed /Requires read access/
// control: secret
import { Worker } from "node:worker_threads";

export default () =>
  new Promise((done, fail) => {
    const code =
      "require('node:worker_threads').parentPort.postMessage(require('node:fs').readFileSync('{{secret}}/secret.txt', 'utf8'))";
    new Worker(code, { eval: true }).on("message", done).on("error", fail);
  });
