// tries: begin a line with other ends of line than the host's
// output: tagged
// expect: done stdout /^la\rr\{\}\u2028r\{\}\u0085r\{\}\n$/
export default () => "a\rr{}\u2028r{}\u0085r{}";
