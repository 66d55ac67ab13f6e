// tries: read the clock with Temporal's own classes
// expect: failed /the clock is not granted|Temporal/
export default () => String(Temporal.Now.zonedDateTimeISO.call(Temporal.Now));
