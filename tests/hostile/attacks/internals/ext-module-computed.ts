// tries: import an inner module of the engine by a computed name
// expect: failed /Importing ext: modules is only allowed from/
export default async () => Object.keys(await import(["ext", "deno_fs/30_fs.js"].join(":")));
