// tries: load the runner's own module under another address and start it with other permissions
// expect: failed /Requires read access to/
export default async () => {
  const guest = /file:\S+guest\.mjs/.exec(String(new Error("x").stack))?.[0];
  const again = await import(`${guest}?again`);
  return Object.keys(again);
};
