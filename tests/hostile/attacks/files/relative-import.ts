// tries: read a neighbour of the module that starts the run
// expect: failed /Invalid relative url|Cannot resolve|relative URL|not a dependency|is not valid|Relative import path|invalid URL/
export default async () => (await import("./secret.txt", { with: { type: "text" } })).default;
