// tries: call the snippet a file by name, so that an error shows lines of that file
// runner: off
// expect: failed /thrown on purpose/
export default () =>
  new Promise(() => {
    Promise.reject(new TypeError("thrown on purpose"));
  });
//# sourceURL=file://{{secret}}/secret.txt
