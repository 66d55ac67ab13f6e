// tries: write records without end
// limits: --max-output 1M
// expect: limit output
export default async function* () {
  for (let i = 0; ; i++) yield { i };
}
