// tries: make code from text
// expect: failed /eval is not defined/
// control: /^2\n$/
export default () => String((0, eval)("1 + 1"));
