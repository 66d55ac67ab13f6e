// tries: start a second run, with capabilities of its own choice, from the text of the guest library that is loaded
// expect: failed /constructor\)\(\.\.\.\) is not a function/
export default async () => {
  const guest = new URL("guest.txt", import.meta.resolve("writ")).href;
  const { default: texts } = await import(guest, { with: { type: "text" } });
  const made = (0, (() => {}).constructor)(`return ${texts.split("\0")[0]}`)();
  made(texts.split("\0"), () => []).start({
    javascript: "export default () => 1",
    capabilities: ["clock", "random"],
  });
};
