// tries: import a package
// expect: failed /--no-npm is specified/
import it from "npm:is-number@7.0.0";

export default () => String(it);
