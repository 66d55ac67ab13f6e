// tries: read the clock with Temporal
// expect: failed /the clock is not granted/
// control: /./
export default () => String(Temporal.Now.instant());
