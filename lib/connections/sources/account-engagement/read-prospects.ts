import type { Failed } from "@/lib/enrichment/http/http";
import { instant } from "@/lib/intake/instant";
import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { externalIdOf } from "../external-id";
import { readableLead } from "../readable";
import { afterRound, roundAt } from "../round";
import type { SourcePage, SourceQuestion, SourceRecord } from "../source";
import { askUnit, PAGE, unitTime } from "./ask";
import type { Unit } from "./unit";

/** Account Engagement's own fields by the names that leads have here. */
const FIELDS = {
  email: "email",
  firstName: "firstName",
  lastName: "lastName",
  jobTitle: "jobTitle",
  company: "company",
  companyDomain: "website",
  employees: "employees",
  industry: "industry",
  phone: "phone",
  region: "country",
  channel: "source",
  asset: "convertedFromObjectName",
} as const;
const ASKED = [...Object.values(FIELDS), "id", "score", "campaign.name", "createdAt", "updatedAt"];

/** A page of prospects: all of them first, then those that were updated. */
export async function readProspects(
  reading: Unit & { connectionId: string },
  { position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const at = roundAt(position);
  const query = {
    fields: ASKED.join(","),
    idGreaterThan: String(at.after),
    updatedAtAfterOrEqualTo: at.since === null ? null : unitTime(at.since),
    orderBy: "id ASC",
    limit: String(PAGE),
  };
  const answer = await askUnit(reading, "prospects", query, now, signal);
  if ("answer" in answer) return answer;
  const { values, more, time } = answer;
  const records = values.flatMap((one) => record(one, reading.connectionId) ?? []);
  const next = afterRound(
    at,
    values.map(({ id }) => id),
    more,
    time,
  );
  return {
    records,
    activities: [],
    refused: [],
    passedOver: values.length - records.length,
    ...next,
  };
}

function record(of: Loose, connectionId: string): SourceRecord | null {
  const id = textOf(of, "id");
  if (!id) return null;
  const told = instant(textOf(of, "updatedAt") ?? textOf(of, "createdAt") ?? "");
  const changedAt = told.ok ? told.at : new Date(0);
  const named = Object.entries(FIELDS).map(([ours, theirs]) => [ours, textOf(of, theirs)]);
  const score = Number(of.score ?? Number.NaN);
  // Its score has no upper end; what is beyond ours says nothing on our scale.
  const scored = Number.isInteger(score) && score >= 0 && score <= 100;
  const refused: string[] = [];
  const lead = readableLead(
    {
      ...Object.fromEntries(named),
      campaign: textOf(asObject(of.campaign), "name"),
      scores: of.score != null && scored ? { total: score } : undefined,
      externalId: externalIdOf("pardot", connectionId, id),
      capturedAt: told.ok ? changedAt.toISOString() : undefined,
    },
    refused,
  );
  return { id, changedAt, lead, refused };
}
