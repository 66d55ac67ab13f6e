// tries: set the title
// expect: done stdout /\u001b\]0;/
export default () => "\u001b]0;owned\u0007";
