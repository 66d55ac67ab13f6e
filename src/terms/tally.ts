/** What a run has read and written so far. Lines count as records where lines are read. */
export interface Tally {
  readonly recordsIn: number;
  readonly bytesIn: number;
  readonly recordsOut: number;
  readonly bytesOut: number;
}

/** A run in figures. What is not known is null: a run that was killed says nothing any more. */
export interface RunStats {
  readonly tally: Tally | null;
  readonly wallMs: number;
  /** The most memory seen in use by the whole process, engine included. */
  readonly peakBytes: number | null;
}

/** A child's reports on stderr begin with this character (RFC 7464), and end with the line. */
export const REPORT_MARK = "\x1e";
