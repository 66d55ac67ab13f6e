// tries: hide sequences in text that a host draws
// output: tagged
// expect: done stdout /^l/
export default () => "\u001b[31mred\u009b2J\u202e";
