// tries: take more from the module of helpers than helpers
// expect: done stdout /^field,num\n$/
import * as writ from "writ";

export default () => Object.keys(writ).sort().join();
