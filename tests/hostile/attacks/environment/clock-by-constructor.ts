// tries: read the clock with a constructor that a date still names
// expect: failed /the clock is not granted/
// control: /^\d+\n$/
export default () => String(new new Date(0).constructor().getTime());
