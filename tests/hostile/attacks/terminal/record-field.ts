// tries: hide sequences in the fields of a record, for the table on a terminal
// output: tagged
// expect: done stdout /^r/
export default () => ({ "\u001b[31mname": "\u001b]0;owned\u0007", zero: "\u0000\u007f\u0085" });
