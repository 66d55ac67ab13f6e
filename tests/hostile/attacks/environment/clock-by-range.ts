// tries: read the clock with a range of dates
// expect: failed /TypeError|the clock is not granted|startDate/
export default () => new Intl.DateTimeFormat("en", { timeStyle: "full" }).formatRange(undefined, undefined);
