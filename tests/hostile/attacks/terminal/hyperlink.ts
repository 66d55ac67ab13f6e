// tries: hide an address behind a text
// expect: done stdout /\u001b\]8;;/
export default () => "\u001b]8;;https://evil.invalid\u001b\\harmless\u001b]8;;\u001b\\";
