// tries: colour the terminal
// expect: done stdout /\u001b\[31m/
// control: /\u001b\[31m/
export default () => "\u001b[31mred";
