// tries: reach a device of the machine
// runner: off
// expect: done stdout /^(none|adapter)\n$/
// expect@strong: done stdout /^none\n$/
export default async () => ((await navigator.gpu?.requestAdapter()) ? "adapter" : "none");
