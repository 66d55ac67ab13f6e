import { type Sink, visibleSink } from "./stderr-filter.ts";

/** stdout where it is a terminal: a table drawn from tagged lines, or the child's own rendering made visible. */
export async function openResultSink({ draws }: { readonly draws: boolean }): Promise<Sink> {
  const write = (text: string) => {
    process.stdout.write(text);
  };
  if (!draws) return visibleSink(write);
  const { createResultView } = await import("../shell/result.ts");
  const view = createResultView({
    write,
    columns: () => process.stdout.columns ?? 80,
    color: process.stdout.hasColors?.() ?? false,
  });
  return { write: (chunk) => view.write(chunk), end: () => view.end() };
}
