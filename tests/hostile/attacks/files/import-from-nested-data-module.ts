// tries: read a file with a static import in a module that is itself imported from a data address
// expect: failed /Requires read access to ".*secret\.txt"/
// control: secret
export default async () => {
  const inner = 'import s from "file://{{secret}}/secret.txt" with { type: "text" }; export default s;';
  return (await import(`data:text/javascript,${encodeURIComponent(inner)}`)).default;
};
