// tries: read the clock without its grant
// expect: failed /the clock is not granted/
// control: /^\d+\n$/
export default () => String(Date.now());
