// tries: open a folder for a WebAssembly program
// runner: off
// expect: failed /not implemented|Not implemented|not supported|Requires|uvwasi_init: failed to open preopen/
import { WASI } from "node:wasi";

export default () => String(new WASI({ version: "preview1", preopens: { "/": "/" } }));
