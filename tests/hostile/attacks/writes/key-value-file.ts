// tries: open a key-value store in a file
// runner: off
// expect: failed /openKv is not a function/
// control: written
export default async () => {
  const store = await Deno.openKv("{{root}}/store");
  await store.set(["a"], 1);
  store.close();
};
