// tries: learn from the error of an import whether a file exists
// expect: done stdout /^true\n$/
export default async () => {
  const errorOf = (path) =>
    import(`file://${path}`, { with: { type: "text" } }).catch((error) =>
      error.message.replaceAll(path, "PATH").replace(/blob:\S+/, ""),
    );
  const there = await errorOf("{{secret}}/secret.txt");
  const absent = await errorOf("{{secret}}/absent.txt");
  return there === absent && there.includes("Requires read access");
};
