// tries: a result too large to be rendered
// limits: --memory 128M
// expect: limit memory
export default () => ({ all: Array.from({ length: 5e6 }, (_, i) => ({ i, text: `number ${i}` })) });
