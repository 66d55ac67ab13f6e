// tries: read a WebAssembly file as a module and look into its memory
// expect: failed /Requires read access to ".*secret\.wasm"/
// control: secret
import { memory } from "file://{{secret}}/secret.wasm";

export default () => new TextDecoder().decode(new Uint8Array(memory.buffer, 0, 64));
