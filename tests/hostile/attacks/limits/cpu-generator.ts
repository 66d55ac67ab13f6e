// tries: make results without end that are nothing
// limits: --cpu 1s
// expect: limit cpu
export default function* () {
  for (;;) yield undefined;
}
