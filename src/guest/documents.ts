// What a run carries beside the guest where YAML or TOML is read: `documents.js`, compiled when it is there.
export { documentParsers } from "../formats/document-parsers.ts";
