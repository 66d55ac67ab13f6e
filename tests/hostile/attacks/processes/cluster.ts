// tries: fork with the cluster module
// runner: off
// expect: failed /Requires|NotCapable|not implemented|Not implemented|never resolved/
import cluster from "node:cluster";

export default () => new Promise((done, fail) => cluster.fork().on("online", done).on("error", fail));
