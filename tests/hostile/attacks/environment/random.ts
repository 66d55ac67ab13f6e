// tries: draw chance without its grant
// expect: failed /randomness is not granted/
// control: /^0\.\d+\n$/
export default () => String(Math.random());
