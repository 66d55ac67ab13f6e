// tries: hide a path behind percent signs and dots
// expect: failed /Requires read access to ".*secret\.txt"/
export default async () =>
  (await import("file://{{work}}/..%2Fsecret/./%73ecret.txt".replace("%2F", "/"), { with: { type: "text" } }))
    .default;
