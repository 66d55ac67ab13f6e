// tries: read a file with an import whose address is computed
// expect: failed /Requires read access to ".*secret\.txt"/
// control: secret
export default async () => {
  const address = ["file:/", "{{secret}}", "secret.txt"].join("/");
  return (await import(address, { with: { type: "text" } })).default;
};
