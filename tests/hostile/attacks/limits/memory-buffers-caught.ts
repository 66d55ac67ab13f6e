// tries: catch every refusal and go on
// limits: --memory 128M --cpu 1s
// expect: limit cpu or limit memory
export default () => {
  const all = [];
  for (;;) {
    try {
      all.push(new Uint8Array(1024 * 1024).fill(1));
    } catch {}
  }
};
