import { lineFormat } from "./line-records.ts";

/** One line of syslog. What a line has not is null. */
export interface SyslogRecord {
  /** Facility times 8 plus severity. */
  readonly priority: number | null;
  /** As it stands: `Oct 11 22:14:15`, or ISO 8601. */
  readonly time: string;
  readonly host: string;
  readonly app: string | null;
  readonly pid: string | null;
  /** Message id and structured data, of RFC 5424 alone, as they stand. */
  readonly id: string | null;
  readonly data: string | null;
  readonly message: string;
}

/** System logs: RFC 3164 as files hold it (with or without `<priority>`, also with ISO 8601 times), and RFC 5424. */
export const syslog = lineFormat({
  name: "syslog",
  signs: /^(?:<\d|[A-Z][a-z]{2} |\d{4}-\d\d-\d\dT)/m,
  parse: (line) => parseNew(line) ?? parseOld(line),
  are: "lines of a system log",
  looks: "a system log line: time host app[pid]: message",
});

const OLD =
  /^(?:<(\d{1,3})>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*) (\S+) (?:([^\s:[\]]+)(?:\[([^\]]*)\])?: ?)?(.*)$/;
const NEW =
  /^<(\d{1,3})>1 (\S+) (\S+) (\S+) (\S+) (\S+) (-|(?:\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\])+)(?: \uFEFF?(.*))?$/;

function parseOld(line: string): SyslogRecord | null {
  const [, priority, time, host, app, pid, message] = OLD.exec(line) ?? [];
  if (time === undefined || host === undefined) return null;
  return {
    priority: priority === undefined ? null : Number(priority),
    ...{ time, host, app: app ?? null, pid: pid ?? null, id: null, data: null, message: message ?? "" },
  };
}

function parseNew(line: string): SyslogRecord | null {
  if (line[0] !== "<") return null;
  const [, priority, time, host, app, pid, id, data, message] = NEW.exec(line) ?? [];
  if (priority === undefined) return null;
  return {
    priority: Number(priority),
    time: time!,
    host: host!,
    ...{ app: orNull(app), pid: orNull(pid), id: orNull(id), data: orNull(data) },
    message: message ?? "",
  };
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === "-" ? null : text;
}
