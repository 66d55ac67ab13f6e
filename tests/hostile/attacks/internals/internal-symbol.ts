// tries: find the engine's inside by its symbol on what is left
// expect: done stdout /^undefined\n$/
export default () => {
  const symbol = Symbol.for("Deno.internal");
  return String(
    [console, URL, TextEncoder, structuredClone, Error]
      .map((one) => one[symbol])
      .find((one) => one !== undefined),
  );
};
