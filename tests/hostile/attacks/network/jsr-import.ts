// tries: import a package of the other kind
// expect: failed /--no-remote is specified|JSR|--no-npm/
import it from "jsr:@std/assert@1";

export default () => String(it);
