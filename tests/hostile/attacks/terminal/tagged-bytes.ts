// tries: hide sequences in bytes that a host draws
// output: tagged
// expect: done stdout /^bG1szMW0=\n$/
export default () => new TextEncoder().encode("\u001b[31m");
