// tries: learn from the error of a library whether a file exists
// runner: off
// expect: done stdout /^true\n$/
export default () => {
  const errorOf = (path) => {
    try {
      return String(Deno.dlopen(path, {}));
    } catch (error) {
      return error.message.replaceAll(path, "PATH");
    }
  };
  return String(errorOf("{{secret}}/secret.txt") === errorOf("{{secret}}/absent.txt"));
};
