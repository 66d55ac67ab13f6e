// tries: loop in WebAssembly, through a module from a data address, before it is even loaded
// limits: --cpu 1s
// expect: limit cpu
export default async () => {
  const code = [
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 9, 1, 7, 0, 3, 0x40, 0x0c,
    0, 0x0b, 0x0b,
  ];
  await import(`data:application/wasm;base64,${btoa(String.fromCharCode(...code))}`);
  return "came back";
};
