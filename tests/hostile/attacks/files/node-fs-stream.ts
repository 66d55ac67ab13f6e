// tries: read a file as a stream
// runner: off
// expect: failed /Requires read access to ".*secret\.txt"/
// control: secret
import { createReadStream } from "node:fs";
import { text } from "node:stream/consumers";

export default () => text(createReadStream("{{secret}}/secret.txt"));
