import { listedColumns } from "@/lib/intake/lead-rows";
import { fieldStates } from "@/lib/standard/field-states";
import type { Standard } from "@/lib/standard/standard";
import type { Judged } from "./commands";

/** What the lead's own row is to say; the names are those of its columns. */
export function leadRow({ file, assessment, status, graceEndsAt }: Judged, standard: Standard) {
  const { completeness, missing, computed, score, trigger, tier, trend } = assessment;
  const listed = listedColumns(assessment.fields);
  return {
    id: file.id,
    status,
    contact_basics: completeness.contactBasics,
    company_intelligence: completeness.companyIntelligence,
    behavioral_trail: completeness.behavioralTrail,
    scoring_context: completeness.scoringContext,
    handoff_metadata: completeness.handoffMetadata,
    missing: missing.map((field) => field.id),
    ...fieldStates(assessment.fields),
    standard_version: standard.version,
    computed,
    exclusion_days: assessment.exclusionDays,
    doubtful_at: assessment.doubtfulAt,
    grace_ends_at: graceEndsAt,
    tier,
    score_total: score?.total ?? null,
    score_due_at: status === "excluded" ? null : assessment.scoreDueAt,
    trend: trend?.direction ?? null,
    mql_at: trigger?.at ?? null,
    trigger: trigger?.text ?? null,
    name: listed.name,
    job_title: listed.jobTitle,
    company_name: listed.companyName,
    country: listed.country,
    channel: listed.channel,
  };
}
