// tries: go up and write over what writ showed
// expect: done stdout /\u001b\[9A/
export default () => "\u001b[9A\u001b[2Kapproved by you\r\n\u001b[s\u001b[u\b\b\b";
