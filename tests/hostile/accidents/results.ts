// tries: results without end, all kept for sorting
// expect: limit memory or limit cpu
export default () => Array.from({ length: 2 ** 31 - 1 }, (_, i) => ({ i }));
