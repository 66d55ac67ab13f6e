/**
 * Descriptors that the starter hands over where bubblewrap is started, by number. On `status` bubblewrap says what it
 * did; from `filter` it takes the system calls' filter; `alive` ends when writ does. From `fixed` on there is one
 * for each path that was opened beforehand.
 */
export const HANDED = { status: 3, filter: 4, alive: 5, fixed: 6 } as const;
