// tries: learn from the error of a require whether a file exists
// runner: off
// expect: done stdout /^true\n$/
import { createRequire } from "node:module";

export default () => {
  const require = createRequire("file:///");
  const errorOf = (path) => {
    try {
      return String(require(path));
    } catch (error) {
      return error.message.replaceAll(path, "PATH");
    }
  };
  return String(errorOf("{{secret}}/secret.cjs") === errorOf("{{secret}}/absent.cjs"));
};
