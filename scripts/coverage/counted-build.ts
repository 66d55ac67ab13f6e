import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "../bundle-options.ts";

/**
 * Replace the program in `root`'s `dist` by one that counts what of it ran, and writes that to a file of its own
 * in `into` when it ends. What ends by a signal that cannot be caught is not counted. The sources must not be
 * needed by anyone else: an entry of its own is laid beside them.
 */
export async function buildCounted(root: string, into: string): Promise<void> {
  writeFileSync(join(root, "counted.ts"), entry(into));
  const options = bundleOptions({ entryPoints: { main: "counted.ts" }, outdir: "dist" });
  await build({ ...options, absWorkingDir: root, sourcemap: "external" });
}

// Counting begins before the program is loaded: a dynamic import.
function entry(into: string): string {
  return `import { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
process.on("exit", () => {
  session.post("Profiler.takePreciseCoverage", (_, taken) => {
    const ours = taken.result.filter(({ url }) => url.startsWith("file://") && url.includes("/dist/"));
    try {
      writeFileSync(${JSON.stringify(into)} + "/" + process.pid + "-" + process.hrtime.bigint() + ".json", JSON.stringify(ours));
    } catch {}
  });
});
await import("./src/cli/main.ts");
`;
}
