// tries: have the engine show a line of a file that an inline source map calls the source of the snippet
// expect: failed /thrown on purpose/
export default () => {
  throw new TypeError("thrown on purpose");
};
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbImZpbGU6Ly8vZXRjL3Bhc3N3ZCJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiQUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSJ9
