// tries: use a name that deno.json of the working folder defines
// expect: failed /"trap" not a dependency and not in import map/
// control: secret
import it from "trap";

export default () => it;
