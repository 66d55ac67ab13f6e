// tries: read a file below /proc with an import as text
// expect: failed /Requires (read|all) access to/
export default async () => (await import("file:///proc/self/environ", { with: { type: "text" } })).default;
