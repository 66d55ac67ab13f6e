// tries: load a module of the runner's again under another address
// expect: failed /Requires read access to/
export default async () => {
  const again = await import(`${import.meta.resolve("writ")}?again`);
  return Object.keys(again);
};
