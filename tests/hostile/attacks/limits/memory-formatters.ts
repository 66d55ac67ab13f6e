// tries: fill memory of the engine's libraries with formatters; a library that is refused memory may crash
// limits: --memory 128M
// expect: limit memory or crashed
export default () => {
  const all = [];
  for (let i = 0; ; i++)
    all.push(new Intl.DateTimeFormat(["en", "de", "ja", "ar"][i % 4], { dateStyle: "full" }));
};
