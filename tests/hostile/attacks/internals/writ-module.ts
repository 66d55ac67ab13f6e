// tries: take more from the module of helpers than helpers
// expect: done stdout /^field none\n$/
import * as writ from "writ";

const OTHERS = ["start", "run", "load", "parse", "words", "here", "guest", "failed", "default"];

export default () => {
  const found = OTHERS.filter((name) => name in writ);
  return `${"field" in writ ? "field" : "nothing"} ${found.join() || "none"}`;
};
