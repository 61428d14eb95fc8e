import { SNAPSHOT_SCHEMA, type Snapshot } from "@/lib/handoff/snapshot";
import { timeZoneOf } from "@/lib/intake/language-and-region/time-zone";
import { listedColumns } from "@/lib/intake/lead-rows";
import type { HandoffColumns } from "@/lib/routing/commands";
import type { RoutingDecision } from "@/lib/routing/owner";
import type { Caused } from "@/lib/scoring/trigger/trigger-cause";
import type { FieldValues } from "@/lib/standard/categories";
import { completeness, missingFields } from "@/lib/standard/completeness";
import type { Standard } from "@/lib/standard/standard";
import { type Assessment, routingFields } from "./assessment";
import type { LeadFile, Remark } from "./lead-file";

/** The columns that lists show of a handoff. */
export function handoffColumns({ fields, tier, score, trend }: Assessment): HandoffColumns {
  const { name, companyName, jobTitle } = listedColumns(fields);
  return {
    name: name ?? "",
    companyName: companyName ?? "",
    jobTitle: jobTitle ?? "",
    tier,
    scoreTotal: score?.total ?? null,
    scoreDelta: trend?.delta ?? null,
    trend: trend?.direction ?? null,
  };
}

const remarksOf = (file: LeadFile, kind: Remark["kind"]) =>
  file.remarks
    .filter((remark) => remark.kind === kind)
    .map(({ text, author, at }) => ({ text, author, at }));

function summaryOf({ summary }: LeadFile, { draft }: Assessment, now: Date): Snapshot["summary"] {
  if (summary) {
    const { text, author, at } = summary;
    return { text, author, at, draft: false };
  }
  return draft ? { text: draft, author: "Baton", at: now.toISOString(), draft: true } : null;
}

const triggerOf = ({ text, at, parts }: Caused): Snapshot["trigger"] => {
  return { text, at: at.toISOString(), ...(parts ? { parts } : {}) };
};

/**
 * The document a rep receives (G.7), assembled at the moment of routing: everything the assessment
 * holds, and the routing about itself.
 */
export function snapshotOf(
  file: LeadFile,
  assessment: Assessment,
  decision: RoutingDecision & { owner: { id: string; name: string } },
  standard: Standard,
  now: Date,
  trigger: Caused,
): Snapshot {
  const fields: FieldValues = {
    ...assessment.fields,
    ...routingFields({ at: now, reason: decision.reason }),
  };
  const { country } = listedColumns(fields);
  return {
    schema: SNAPSHOT_SCHEMA,
    leadId: file.id,
    routedAt: now.toISOString(),
    owner: { id: decision.owner.id, name: decision.owner.name },
    routingReason: decision.reason,
    routingPath: decision.path,
    ...(decision.owned ? { owned: true } : {}),
    ...(decision.decidedElsewhere ? { decidedElsewhere: decision.decidedElsewhere } : {}),
    standardVersion: standard.version,
    completeness: completeness(fields, standard),
    missing: missingFields(fields, standard),
    fields,
    touchpoints: assessment.touchpoints,
    trigger: triggerOf(trigger),
    opener: assessment.opener,
    summary: summaryOf(file, assessment, now),
    notes: remarksOf(file, "note"),
    flags: remarksOf(file, "flag"),
    scoreLines: (assessment.score?.entries ?? []).map(({ label, points }) => ({ label, points })),
    activityCount: assessment.activityCount,
    leftOut: assessment.leftOut,
    reEngaged: assessment.reEngaged,
    capturedAt: file.capturedAt.toISOString(),
    timeZone: country ? timeZoneOf(country) : null,
  };
}
