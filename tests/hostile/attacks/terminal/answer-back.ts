// tries: have the terminal type an answer
// expect: done stdout /\u001b\[6n/
export default () => "\u001b[6n\u001b[c\u001bZ\u001b[21t\u0005";
