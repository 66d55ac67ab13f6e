// tries: use the single characters that begin a sequence
// expect: done stdout /\u009b31m/
export default () => "\u009b31m\u009d0;title\u009c\u0090q\u009c";
