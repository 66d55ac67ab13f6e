// tries: text too deep to be parsed
// expect: done stdout /^1\n$/
export default () => String(JSON.parse("[".repeat(1e6) + "]".repeat(1e6)).length);
