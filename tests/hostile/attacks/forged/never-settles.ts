// tries: hang for ever on nothing
// expect: failed /it waits for something that never happens/
export default () => new Promise(() => {});
