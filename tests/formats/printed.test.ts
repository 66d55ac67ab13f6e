import { expect, test } from "vitest";
import type { FormatName } from "../../src/terms/format.ts";
import { recordsOf } from "./sources.ts";

const PS = `USER  PID %CPU COMMAND
root    1  0.0 /sbin/init splash
ada  4321 12.5 vi
`;
const PODS = `NAME    READY   RESTARTS      IP         NOMINATED NODE
web-1   1/1     0             10.0.0.1   <none>
db-0    0/1     12 (2m ago)              <none>
`;
const LIST = `total 8
drwxr-xr-x  2 ada staff 4096 Nov 21 20:17 my folder
-rw-r--r--  1 ada staff  1.2K 2025-10-11 08:00 notes.txt
`;

const READ: readonly (readonly [FormatName, string, unknown[]])[] = [
  [
    "logfmt",
    'at=info msg="a \\"b\\"\\n" path=/x=y empty= alone\n\nat="" n=1\n',
    [
      { at: "info", msg: 'a "b"\n', path: "/x=y", empty: "", alone: null },
      { at: "", n: "1" },
    ],
  ],
  [
    "keyvalue",
    'a=1,b=x y\n\n# note\nc=,d="1,2"\n',
    [
      { a: "1", b: "x y" },
      { c: "", d: "1,2" },
    ],
  ],
  ["keyvalue", "a=1\tb=2;3\n", [{ a: "1", b: "2;3" }]],
  [
    "keyvalue",
    'NAME="Debian 12"\nexport ID=debian, inc\n\nNAME=x\nNAME=y\n',
    [{ NAME: "Debian 12", ID: "debian, inc" }, { NAME: "x" }, { NAME: "y" }],
  ],
  [
    "syslog",
    "<13>Oct  1 22:14:15 host app[12]: a: b\n2025-10-11T22:14:15.003+02:00 host kernel: [0.1] up\nJun 14 15:16:01 combo last message repeated\n",
    [
      syslog({ priority: 13, time: "Oct  1 22:14:15", app: "app", pid: "12", message: "a: b" }),
      syslog({ time: "2025-10-11T22:14:15.003+02:00", app: "kernel", message: "[0.1] up" }),
      syslog({ time: "Jun 14 15:16:01", host: "combo", message: "last message repeated" }),
    ],
  ],
  [
    "syslog",
    '<165>1 2003-10-11T22:14:15.003Z host evntslog 7 ID47 [a@1 x="]\\""][b@2] An event\n<34>1 - host su - - -\n',
    [
      {
        ...syslog({ priority: 165, time: "2003-10-11T22:14:15.003Z", app: "evntslog", pid: "7" }),
        ...{ id: "ID47", data: '[a@1 x="]\\""][b@2]', message: "An event" },
      },
      syslog({ priority: 34, time: "-", app: "su" }),
    ],
  ],
  [
    "columns",
    PS,
    [
      { USER: "root", PID: "1", "%CPU": "0.0", COMMAND: "/sbin/init splash" },
      { USER: "ada", PID: "4321", "%CPU": "12.5", COMMAND: "vi" },
    ],
  ],
  [
    "columns",
    PODS,
    [
      { NAME: "web-1", READY: "1/1", RESTARTS: "0", IP: "10.0.0.1", "NOMINATED NODE": "<none>" },
      { NAME: "db-0", READY: "0/1", RESTARTS: "12 (2m ago)", IP: "", "NOMINATED NODE": "<none>" },
    ],
  ],
  [
    "columns",
    LIST,
    [
      listed({ mode: "drwxr-xr-x", links: "2", size: "4096", time: "Nov 21 20:17", name: "my folder" }),
      listed({ mode: "-rw-r--r--", links: "1", size: "1.2K", time: "2025-10-11 08:00", name: "notes.txt" }),
    ],
  ],
  [
    "columns",
    "Filesystem Size Use% Mounted on\n/dev/vda   1G   10%  /mnt/a b\ntmpfs 1G 0% /\n",
    [
      { Filesystem: "/dev/vda", Size: "1G", "Use%": "10%", "Mounted on": "/mnt/a b" },
      { Filesystem: "tmpfs", Size: "1G", "Use%": "0%", "Mounted on": "/" },
    ],
  ],
  ["text", "a\r\nb", [{ text: "a\r\nb" }]],
];

function syslog(rest: object) {
  const none = { priority: null, app: null, pid: null, id: null, data: null };
  return { ...none, host: "host", message: "", ...rest };
}

function listed(rest: object) {
  return { owner: "ada", group: "staff", ...rest };
}

test.each(READ)("reads %s %j", (format, text, records) => {
  for (const size of [1, 1 << 20]) expect(recordsOf(format, text, { size })).toEqual({ records });
});

test("a table in columns is read on behind the rows that were looked at", () => {
  const rows = Array.from({ length: 200 }, (_, i) => `a${i} ${i} x y`);
  const { records } = recordsOf("columns", `NAME N WHAT\n${rows.join("\n")}\n`);
  expect(records.length).toBe(200);
  expect(records[199]).toEqual({ NAME: "a199", N: "199", WHAT: "x y" });
});

test.each<[FormatName, string, string]>([
  ["logfmt", 'a=1\nb="2\n', 'in, line 2: expected pairs as in level=info msg="it began"'],
  ["keyvalue", "a=1,b=2\na=1,b\n", "in, line 2: expected key=value pairs"],
  ["syslog", "Jun 14 15:16:01 h a: b\nhello\n", "in, line 2: expected a system log line"],
])("refuses %s %j", (format, text, message) => {
  expect(recordsOf(format, text).malformed).toContain(message);
});
