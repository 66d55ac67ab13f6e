import type { ApprovedDraft } from "../../keep/last-approved.ts";
import { sha256 } from "../../keep/sha256.ts";
import type { Approved } from "../../session/collaborators.ts";
import type { Approval } from "../../terms/command.ts";
import type { KeptReading } from "../../terms/format.ts";
import type { Sample } from "../../terms/sample.ts";
import { frontFields, shapeOf } from "../../terms/shape.ts";

/** The yes to a draft, which has no name yet. */
export function approvalOf({ draft, capabilities, limits, requiredLevel }: Approved): Approval {
  return {
    v: 1,
    name: "",
    origin: "draft",
    sha256: sha256(draft.code),
    values: draft.values,
    project: null,
    capabilities,
    limits: limits.kept,
    requiredLevel,
    at: new Date().toISOString(),
  };
}

/** What `save` keeps of a draft: all that its command needs, and the shape of the input it was approved on. */
export function draftToKeep(approved: Approved, sample: Sample | null, reading: KeptReading): ApprovedDraft {
  const { draft, javascript, schema, reads, capabilities, limits, requiredLevel, examples } = approved;
  const input = sample && {
    format: sample.format,
    record: sample.recordType,
    fields: frontFields(shapeOf(sample)),
  };
  const front = { input, reading };
  return {
    v: 1,
    draft,
    javascript,
    schema,
    reads,
    capabilities,
    limits: limits.kept,
    requiredLevel,
    ...front,
    examples,
  };
}
