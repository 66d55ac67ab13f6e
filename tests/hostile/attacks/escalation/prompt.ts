// tries: ask the user on the terminal
// runner: off
// expect: done stdout /^null false undefined\n$/
export default () => `${prompt("password?")} ${confirm("sure?")} ${alert("hello")}`;
