// tries: write the heap into a file
// runner: off
// expect: failed /Requires write access|not implemented|Not implemented/
// control: written
import { writeHeapSnapshot } from "node:v8";

export default () => writeHeapSnapshot("{{root}}/heap.heapsnapshot");
