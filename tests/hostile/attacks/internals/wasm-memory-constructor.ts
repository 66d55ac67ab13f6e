// tries: reach what WebAssembly was removed for, through a module from a data address
// expect: done stdout /^Memory\n$/
// control: /^Memory\n$/
export default async () =>
  (await import("data:application/wasm;base64,AGFzbQEAAAAFAwEAAQcKAQZtZW1vcnkCAA==")).memory.constructor.name;
