// tries: write over the own line
// expect: done stdout /\r/
export default () => "dangerous\rharmless ";
