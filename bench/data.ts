// Data to measure on: seeded, written once into .bench/, megabytes as asked.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

export const FOLDER = ".bench";

/** An access log of about `megabytes`, from the sample's lines over and over. Returns its path. */
export function accessLog(megabytes: number): string {
  const block = readFileSync("samples/access.log", "utf8");
  return repeated(`access-${megabytes}.log`, megabytes, () => block);
}

/** NDJSON of about `megabytes`: the sample's requests as records, each with a running number. */
export function ndjson(megabytes: number): string {
  const pattern = /^(\S+) \S+ (\S+) \[([^\]]+)\] "(\S+) (\S+) \S+" (\d+) (\S+) "[^"]*" "([^"]*)" (\d+)$/;
  const rows = readFileSync("samples/access.log", "utf8")
    .trim()
    .split("\n")
    .map((line) => pattern.exec(line)!);
  let id = 0;
  const block = () =>
    rows
      .map(([, address, user, time, method, path, status, bytes, agent, duration]) => {
        const record = { id: id++, address, user, time, method, path, status: Number(status) };
        return `${JSON.stringify({ ...record, bytes: Number(bytes) || 0, agent, duration: Number(duration) })}\n`;
      })
      .join("");
  return repeated(`requests-${megabytes}.ndjson`, megabytes, block);
}

function repeated(name: string, megabytes: number, block: () => string): string {
  const path = `${FOLDER}/${name}`;
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  const file = openSync(`${path}.tmp`, "w");
  for (let written = 0; written < megabytes * 1e6; ) written += writeSync(file, block());
  closeSync(file);
  renameSync(`${path}.tmp`, path);
  return path;
}

/** What `top-values -n 1` does, as a bare script on the Node that writ itself runs on. */
export const TINY_SCRIPT = `import { readFileSync } from "node:fs";
const counts = new Map();
for (const line of readFileSync(0, "utf8").split("\\n")) if (line) counts.set(line, (counts.get(line) ?? 0) + 1);
const [value, count] = [...counts].sort((a, b) => b[1] - a[1])[0];
console.log(JSON.stringify({ value, count }));
`;
