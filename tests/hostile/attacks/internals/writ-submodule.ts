// tries: import a neighbour of the helpers
// expect: failed /not a dependency|not in import map/
import * as it from "writ/guest.mjs";

export default () => Object.keys(it);
