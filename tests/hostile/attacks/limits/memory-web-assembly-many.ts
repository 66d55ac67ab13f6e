// tries: make memories of WebAssembly without end
// limits: --memory 128M
// expect: limit memory
export default async () => {
  const { memory } = await import("data:application/wasm;base64,AGFzbQEAAAAFAwEAAQcKAQZtZW1vcnkCAA==");
  const all = [];
  for (;;) {
    const one = new memory.constructor({ initial: 512 });
    new Uint8Array(one.buffer).fill(1);
    all.push(one);
  }
};
