// tries: read the clock with a class that extends Date
// expect: failed /the clock is not granted/
// control: /^\d+\n$/
class Later extends Date {}

export default () => String(new Later().getTime());
