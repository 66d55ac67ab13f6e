// tries: import an inner module of Node's half
// expect: failed /Unsupported scheme "node"/
import * as it from "node:internal/fs/utils";

export default () => Object.keys(it);
