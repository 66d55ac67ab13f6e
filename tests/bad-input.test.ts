import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./support/spec.ts";

/** The rows of docs/formats.md, "How bad input ends": an input, and the exit code. */
const ROWS = (readFileSync("docs/formats.md", "utf8").split("## How bad input ends")[1] ?? "")
  .split("\n## ")[0]!
  .split("\n")
  .map((line) => /^\| (.+?) \| (\d+) \| /.exec(line))
  .flatMap((row) => (row ? [{ input: row[1]!, exit: Number(row[2]) }] : []));

/** A line of sh that brings each about, and what it prints where that is the point. */
interface Case {
  readonly run: string;
  readonly prints?: string;
  /** What it takes on the machine; the row is skipped where it is not there. */
  readonly needs?: string;
}

const NUL = {
  lines: "a\\0b\\n",
  text: "a\\0b",
  csv: "a,b\\n1\\0,2\\n",
  tsv: "a\\tb\\n1\\0\\t2\\n",
  logfmt: "a=1\\0 b=2\\n",
  keyvalue: "a=1\\0,b=2\\n",
  columns: "NAME  SIZE\\nx\\0  2\\n",
  syslog: "<34>Oct 11 22:14:15 host app: a\\0b\\n",
  yaml: "a: x\\0\\n",
};
const HALF_OF_MANY = "seq 300000 >many && writ run unique many | (read -r first;";

const CASES: Readonly<Record<string, Case>> = {
  "a record that is not of the format": { run: `printf '{"a":1}\\n{"a"\\n' | writ run select --from ndjson` },
  "a row of CSV or TSV with more or fewer cells": { run: "printf 'a,b\\n1\\n' | writ run select --from csv" },
  "a ragged row, with `--ragged fill` or `skip`": {
    run: "for how in fill skip; do printf 'a,b\\n1\\n3,4\\n' | writ run --ragged $how -q select --from csv 2>&1 || exit; done",
    prints:
      '{"a":"1","b":""}\n{"a":"3","b":"4"}\n{"a":"3","b":"4"}\nstdin: 1 ragged row skipped; the first: line 2 has 1 cell instead of 2\n',
  },
  "a line that is no record of NDJSON, logs and logfmt, with `--ragged skip`": {
    run: `printf '{"a":1}\\nstarting\\n{"a":2}\\n{"a"' | writ run --ragged skip select --from ndjson 2>&1 | LC_ALL=C sort`,
    prints:
      'stdin: 2 lines that are no records skipped; the first: line 2, column 1: expected a JSON value (one JSON value a line), found "starting"\n{"a":1}\n{"a":2}\n',
  },
  "a quote that is never closed": { run: "printf 'a,b\\n1,\"2\\n' | writ run select --from csv" },
  "a first row that is data": {
    run: "printf '1,2\\n3,4\\n' | writ run --no-header select --from csv | head -1",
    prints: '{"c1":"1","c2":"2"}\n',
  },
  "the same column name twice": {
    // The two streams are not in step: a host hands stderr on, and stdout is the child's own.
    run: "printf 'a,a\\n1,2\\n' | writ run select --from csv 2>&1 | LC_ALL=C sort",
    prints: 'stdin: columns of one name: "a" in column 2 is "a_2"\n{"a":"1","a_2":"2"}\n',
  },
  "a column without a name": {
    run: "printf 'a,\\n1,2\\n' | writ run select --from csv",
    prints: '{"a":"1","c2":"2"}\n',
  },
  "rows of CSV or TSV that end in a carriage return alone": {
    run: "printf 'a,b\\r1,2\\r' | writ run select --from csv; [ $? -eq 65 ] && printf 'a\\tb\\r1\\t2\\r' | writ run select --from tsv",
  },
  "a header and nothing else": { run: "printf 'a,b\\n' | writ run select --from csv", prints: "" },
  "nothing at all": { run: "writ run select </dev/null && writ run unique </dev/null", prints: "" },
  "a line over `--max-line`": { run: "printf '%02000d\\n' 1 | writ run --max-line 1K unique" },
  "UTF-16 with a byte order mark": {
    run: "printf '\\377\\376a\\0\\n\\0' | writ run unique",
    prints: "a\n",
  },
  "another encoding, named": {
    run: "printf 'Caf\\351\\n' | writ run --encoding latin1 unique",
    prints: "Café\n",
  },
  "bytes that are none of the encoding": { run: "printf 'Caf\\351\\n' | writ run unique" },
  "a lone surrogate in bytes, of UTF-8 or UTF-16": {
    run: "printf '\\377\\376\\0\\330\\n\\0' | writ run unique; [ $? -eq 65 ] && printf '\\355\\240\\200\\n' | writ run unique",
  },
  "a lone surrogate as `\\ud800` in JSON": {
    run: `printf '%s\\n' '{"a":"\\ud800"}' | writ run select`,
    prints: '{"a":"\\ud800"}\n',
  },
  "a NUL byte in lines, text, CSV, TSV, logs, pairs, columns or YAML": {
    run: Object.entries(NUL)
      .map(([format, text]) => `printf '${text}' | writ run select --from ${format} | grep -c u0000`)
      .join(" && "),
    prints: "1\n".repeat(Object.keys(NUL).length),
  },
  "a NUL byte in a text of JSON or TOML": {
    run: `printf '{"a":"x\\0"}\\n' | writ run select --from json; [ $? -eq 65 ] && printf 'a = "x\\0"\\n' | writ run select --from toml`,
  },
  "gzip or zstd in a FILE, or in several": {
    run: "seq 2 | gzip >a.gz; seq 3 | gzip >b.gz; writ run unique a.gz b.gz",
    prints: "1\n2\n3\n",
  },
  "gzip or zstd on stdin of a kept command in a pipe": { run: "seq 2 | gzip | writ run unique" },
  "bzip2, xz, zip (xlsx, ods), tar or PDF": {
    run: "printf 'PK\\003\\004\\n' >t.xlsx; writ run unique t.xlsx; [ $? -eq 65 ] && printf '%%PDF-1.7\\n' | writ run unique",
  },
  "compressed data that is cut off": { run: "seq 9999 | gzip | head -c 999 >cut.gz; writ run unique cut.gz" },
  "compressed data that is damaged": {
    run: "(seq 9999 | gzip | head -c 999; seq 999) >damaged.gz; writ run unique damaged.gz",
  },
  // The output waits in the pipe for the consumer, which changes the file before it reads on.
  "a file that grows while it is read": {
    run: `${HALF_OF_MANY} echo more >>many; tail -1)`,
    prints: "more\n",
  },
  "a file that is cut to nothing while it is read": {
    run: `${HALF_OF_MANY} : >many; wc -l | grep -vc '^299999$')`,
    prints: "1\n",
  },
  "a file that is replaced while it is read": {
    run: `${HALF_OF_MANY} echo new >other; mv other many; tail -1)`,
    prints: "300000\n",
  },
  "a producer that is killed": {
    run: "{ sh -c 'seq 3; kill -9 $$'; } 2>/dev/null | writ run unique",
    prints: "1\n2\n3\n",
  },
  "a producer that is killed in the middle of a record of JSON": {
    run: `sh -c 'printf "{\\"a\\":1}\\n{\\"a\\""; kill -9 $$' | writ run select`,
  },
  "a producer that writes a byte now and then": {
    run: "printf 'ab\\ncd\\n' | dd bs=1 status=none | writ run unique",
    prints: "ab\ncd\n",
  },
  "a descriptor that is set to O_NONBLOCK": {
    run: "seq 2 | perl -MFcntl -e 'fcntl(STDIN,F_SETFL,O_NONBLOCK|fcntl(STDIN,F_GETFL,0)); exec @ARGV' writ run unique",
    prints: "1\n2\n",
    needs: "/usr/bin/perl",
  },
  "a socket": {
    run: `perl -MSocket -e 'socketpair(A,B,AF_UNIX,SOCK_STREAM,PF_UNSPEC); if(fork){close B; open STDIN,"<&A"; exec @ARGV} close A; print B "a\\nb\\n"' writ run unique`,
    prints: "a\nb\n",
    needs: "/usr/bin/perl",
  },
  "a terminal": {
    run: `(printf 'a\\nb\\n\\004') | script -qefc "stty -echo; writ run -q unique" /dev/null | tr -d '\\r' | sort -u | grep -c '^[ab]$'`,
    prints: "2\n",
    needs: "/usr/bin/script",
  },
  "a disk or a device that fails in the middle": {
    run: "writ run unique /proc/self/mem",
    needs: "/proc/self/mem",
  },
  "a folder, or what is not there or may not be read": {
    run: "writ run unique .; [ $? -eq 66 ] && writ run unique missing",
  },
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ about: "", files: {}, bytes: {}, env: {}, steps: [] });
});
afterAll(() => stage.close());

describe("docs/formats.md says how bad input ends", () => {
  test("in a table of which every row is tried here", () => {
    expect(ROWS.map(({ input }) => input).sort()).toEqual(Object.keys(CASES).sort());
  });

  for (const { input, exit } of ROWS) {
    const one = CASES[input];
    test.skipIf(one?.needs !== undefined && !existsSync(one.needs))(`${input}: ${exit}`, async () => {
      const ran = await stage.run({ run: one?.run ?? "false", exit, stdout: "" });
      expect({ exit: ran.exit, stderr: ran.stderr }).toEqual({
        exit,
        stderr: exit === 0 ? "" : expect.stringMatching(/./),
      });
      if (one?.prints !== undefined) expect(ran.stdout).toBe(one.prints);
    });
  }
});
