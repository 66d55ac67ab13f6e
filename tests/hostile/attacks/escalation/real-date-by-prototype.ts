// tries: find the real clock behind the stand-in
// expect: failed /the clock is not granted/
export default () => String(Object.getPrototypeOf(new Date(0)).constructor.now());
