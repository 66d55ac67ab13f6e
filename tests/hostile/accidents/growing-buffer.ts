// tries: a buffer that is made larger and larger
// expect: limit memory
export default () => {
  const buffer = new ArrayBuffer(1024, { maxByteLength: 2 ** 32 });
  for (let size = 2 ** 20; ; size += 2 ** 20) {
    buffer.resize(size);
    new Uint8Array(buffer, size - 2 ** 20).fill(1);
  }
};
