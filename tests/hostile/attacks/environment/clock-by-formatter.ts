// tries: read the clock with a formatter that gets no date
// expect: failed /the clock is not granted/
// control: /./
export default () => new Intl.DateTimeFormat("en", { timeStyle: "full" }).format();
