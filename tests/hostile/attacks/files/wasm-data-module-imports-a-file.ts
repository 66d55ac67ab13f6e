// tries: let a WebAssembly module from memory import a file, since another loader resolves its imports
// expect: failed /Requires read access to ".*secret\.mjs"|not allowed|Module not found/
export default async () => {
  const file = "file://{{secret}}/secret.mjs";
  const body = [
    1,
    file.length,
    ...new TextEncoder().encode(file),
    7,
    ...new TextEncoder().encode("default"),
    3,
    0x7f,
    0,
  ];
  const module = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 2, body.length, ...body];
  const it = await import(`data:application/wasm;base64,${btoa(String.fromCharCode(...module))}`);
  return Object.keys(it);
};
