// tries: start a worker of Node's kind with options for the engine and another environment
// runner: off
// limits: --memory 1G
// expect: failed /Requires|not supported|Invalid|ERR_|NotCapable/
import { Worker } from "node:worker_threads";

export default () =>
  new Promise((done, fail) => {
    const code =
      "require('node:worker_threads').parentPort.postMessage(require('node:fs').readFileSync('{{secret}}/secret.txt', 'utf8'))";
    new Worker(code, {
      eval: true,
      execArgv: ["--allow-read"],
      env: { DENO_PERMISSIONS: "all" },
      resourceLimits: { maxOldGenerationSizeMb: 4096 },
    })
      .on("message", done)
      .on("error", fail);
  });
