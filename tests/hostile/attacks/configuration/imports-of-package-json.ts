// tries: use a name that package.json of the working folder defines
// expect: failed /#trap|not a dependency/
import it from "#trap";

export default () => it;
