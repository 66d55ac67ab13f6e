// tries: the same where the engine itself reports the error, with the line of the source beside it
// runner: off
// expect: failed /thrown on purpose/
export default () =>
  new Promise(() => {
    Promise.reject(new TypeError("thrown on purpose"));
  });
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbImZpbGU6Ly8vZXRjL3Bhc3N3ZCJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiQUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQSJ9
