/**
 * How writ stands beside the child: `attended` has Node as the parent, with a watchdog; `direct` a waiting sh, see
 * run-file.ts.
 */
export type Face = "attended" | "direct";
