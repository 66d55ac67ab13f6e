// tries: start a second run, with capabilities of its own choice, through the guest library that is loaded
// expect: failed /a run is started once/
export default async () => {
  const guest = /file:[^\s:]+guest\.mjs/.exec(String(new Error("x").stack))?.[0];
  const { start } = await import(guest);
  start({ javascript: "export default () => 1", schema: { options: [] }, capabilities: ["clock", "random"] });
};
