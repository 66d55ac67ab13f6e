// tries: use a package that lies in the working folder
// expect: failed /--no-npm is specified/
import it from "npm:trap";

export default () => it;
