// tries: start a worker as the runner presents the world
// expect: failed /Worker is not defined/
export default () => String(new Worker("data:text/javascript,1", { type: "module" }));
