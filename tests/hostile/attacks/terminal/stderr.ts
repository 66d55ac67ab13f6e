// tries: reach the terminal by way of stderr
// expect: failed /\u001b/
export default () => {
  console.log("\u001b[31mred\u001b]0;owned\u0007\u202e");
  throw new Error("\u001b[2Jgone\r\u009b31m");
};
