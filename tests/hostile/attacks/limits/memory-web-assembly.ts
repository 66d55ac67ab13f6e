// tries: grow the memory of a WebAssembly module from a data address
// limits: --memory 128M
// expect: limit memory
export default async () => {
  const { memory } = await import("data:application/wasm;base64,AGFzbQEAAAAFAwEAAQcKAQZtZW1vcnkCAA==");
  for (;;) {
    memory.grow(512);
    new Uint8Array(memory.buffer).fill(1);
  }
};
