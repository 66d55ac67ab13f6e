// tries: a memory of WebAssembly that grows
// expect: limit memory
const module = "data:application/wasm;base64,AGFzbQEAAAAFAwEAAQcKAQZtZW1vcnkCAA==";
export default async () => {
  const { memory } = await import(module);
  for (;;) {
    const before = memory.buffer.byteLength;
    memory.grow(64);
    new Uint8Array(memory.buffer, before).fill(1);
  }
};
