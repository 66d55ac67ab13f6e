// tries: learn paths or more from what a module knows of itself
// expect: done stdout /^url,main,resolve false\n$/
export default () => `${Object.keys(import.meta).join()} ${"filename" in import.meta}`;
