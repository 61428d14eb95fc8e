import { and, desc, eq, isNull } from "drizzle-orm";
import { among } from "@/db/among";
import { db } from "@/db/client";
import { decision, finding, handoff } from "@/db/schema/handoff";
import { lead, leadExclusion } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { FindingKind } from "@/lib/handoff/outcome";
import { modelInForce } from "@/lib/scoring/queries";
import { claimsOf } from "../../claims/queries";
import { failedSyncs, heldWhys } from "../held/queries";
import type { BoardKind } from "../kinds";
import type { BoardRow, Why } from "../why";

const shown = {
  id: lead.id,
  name: lead.name,
  email: lead.email,
  companyName: lead.companyName,
  jobTitle: lead.jobTitle,
  tier: lead.tier,
  score: lead.scoreTotal,
  trend: lead.trend,
  contactBasics: lead.contactBasics,
  companyIntelligence: lead.companyIntelligence,
  behavioralTrail: lead.behavioralTrail,
  scoringContext: lead.scoringContext,
  handoffMetadata: lead.handoffMetadata,
};

async function unsummarised(ids: string[]): Promise<Map<string, Why>> {
  const query = db
    .select({
      id: lead.id,
      owner: person.name,
      routedAt: handoff.routedAt,
      capturedAt: lead.capturedAt,
      score: lead.scoreTotal,
      status: lead.status,
      graceEndsAt: lead.graceEndsAt,
    })
    .from(lead)
    .leftJoin(handoff, eq(handoff.id, lead.handoffId))
    .leftJoin(person, eq(person.id, handoff.ownerId))
    .where(among(lead.id, ids));
  const [rows, { threshold }] = await Promise.all([query, modelInForce()]);
  return new Map(
    rows.map(({ id, owner, routedAt, capturedAt, score, status, graceEndsAt }) => {
      const grace = status === "ready" ? graceEndsAt : null;
      const at = routedAt ?? capturedAt;
      return [id, { kind: "summary", owner, score, threshold, graceEndsAt: grace, at }];
    }),
  );
}

async function flagged(ids: string[]): Promise<Map<string, Why>> {
  const rows = await db
    .select({
      id: handoff.leadId,
      field: finding.fieldId,
      found: finding.kind,
      by: person.name,
      at: finding.at,
    })
    .from(finding)
    .innerJoin(handoff, eq(handoff.id, finding.handoffId))
    .innerJoin(person, eq(person.id, finding.personId))
    .where(and(among(handoff.leadId, ids), isNull(finding.settledAt)))
    .orderBy(desc(finding.at));
  const whys = new Map<string, Why>();
  for (const [id, findings] of Map.groupBy(rows, (row) => row.id)) {
    const [latest] = findings;
    if (!latest) continue;
    const of = (kind: FindingKind) => [
      ...new Set(findings.filter(({ found }) => found === kind).map(({ field }) => field)),
    ];
    const found = { fields: of("missing"), wrong: of("wrong") };
    whys.set(id, { kind: "flagged", ...found, by: latest.by, at: latest.at });
  }
  return whys;
}

async function returned(ids: string[]): Promise<Map<string, Why>> {
  const rows = await db
    .select({
      id: lead.id,
      reason: decision.reason,
      field: decision.fieldId,
      words: decision.words,
      by: person.name,
      at: decision.at,
    })
    .from(lead)
    .innerJoin(decision, eq(decision.handoffId, lead.handoffId))
    .innerJoin(person, eq(person.id, decision.personId))
    .where(among(lead.id, ids));
  return new Map(
    rows.map(({ id, reason, ...rest }) => [
      id,
      { kind: "returned", reason: reason ?? "other", ...rest },
    ]),
  );
}

async function doubtfulOf(ids: string[]): Promise<Map<string, Why>> {
  const rows = await db
    .select({ id: lead.id, at: lead.doubtfulAt })
    .from(lead)
    .where(among(lead.id, ids));
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, { kind: "doubtful", at }]] : [])));
}

async function aside(ids: string[]): Promise<Map<string, Why>> {
  const rows = await db
    .select({
      id: leadExclusion.leadId,
      reason: leadExclusion.reason,
      by: person.name,
      at: leadExclusion.at,
    })
    .from(leadExclusion)
    .leftJoin(person, eq(person.id, leadExclusion.personId))
    .where(among(leadExclusion.leadId, ids));
  return new Map(rows.map(({ id, ...rest }) => [id, { kind: "aside", ...rest }]));
}

type WhysOf = (viewer: Viewer, ids: string[], now: Date) => Promise<Map<string, Why>>;
const WHYS: Record<BoardKind, WhysOf> = {
  enrichment: heldWhys,
  summary: (_, ids) => unsummarised(ids),
  flagged: (_, ids) => flagged(ids),
  returned: (_, ids) => returned(ids),
  sync: failedSyncs,
  doubtful: (_, ids) => doubtfulOf(ids),
  aside: (_, ids) => aside(ids),
};

/** What the board shows of leads, in the order of their ids, each with why it is there. */
export async function boardRows(
  viewer: Viewer,
  kind: BoardKind,
  ids: string[],
  now: Date,
): Promise<BoardRow[]> {
  authorize(viewer, "document leads");
  if (ids.length === 0) return [];
  const [leads, whys, claims] = await Promise.all([
    db.select(shown).from(lead).where(among(lead.id, ids)),
    WHYS[kind](viewer, ids, now),
    claimsOf(viewer, ids, now),
  ]);
  const byId = new Map(leads.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const why = whys.get(id);
    return row && why ? [{ ...row, why, claim: claims.get(id) ?? null }] : [];
  });
}
