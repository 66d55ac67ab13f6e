// tries: read a file by an address that names a host
// expect: failed /Requires read access|Invalid file|not supported|Unable to/
export default async () =>
  (await import("file://localhost{{secret}}/secret.txt", { with: { type: "text" } })).default;
