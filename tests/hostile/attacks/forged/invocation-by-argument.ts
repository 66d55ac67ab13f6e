// tries: change the run's own description, which is an argument
// expect: failed /reading 'maxOutputBytes'|not defined/
export default (input) => String(input.invocation.maxOutputBytes);
