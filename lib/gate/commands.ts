import { eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { lead, leadExclusion } from "@/db/schema/lead";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { enrichLeads, type FieldWrite, writeFields } from "@/lib/enrichment/commands";
import { mergeFields } from "@/lib/enrichment/merge-fields";
import { providers } from "@/lib/enrichment/providers";
import { storedFields } from "@/lib/enrichment/queries";
import { listedColumns } from "@/lib/intake/lead-rows";
import { record } from "@/lib/platform/history";
import { handOff, repsInTurn } from "@/lib/routing/commands";
import { chooseOwner, type RoutingDecision } from "@/lib/routing/owner";
import { personTrigger } from "@/lib/scoring/trigger";
import type { FieldId } from "@/lib/standard/categories";
import { fieldDefinition } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";
import type { Standard } from "@/lib/standard/standard";
import { type Assessment, assess } from "./assessment";
import { fieldInput } from "./field-input";
import type { LeadFile } from "./lead-file";
import { leadFiles, standardAt } from "./queries";
import { handoffColumns, snapshotOf } from "./snapshot-of";
import { HANDED_OFF, type LeadStatus } from "./status";

type Options = { enrich?: boolean; release?: RoutingDecision | "by rules" };

/**
 * The one place where a lead is judged: enriched if asked, assessed against the standard in force,
 * then held, left ready, or handed off (G.3). Answers what became of each lead.
 */
export async function processLeads(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  now: Date,
  options: Options = {},
): Promise<Map<string, Assessment & { status: LeadStatus }>> {
  const standard = await standardAt(now, tx);
  if (options.enrich) await enrichLeads(tx, actor, ids, providers(), standard, now);
  const results = new Map<string, Assessment & { status: LeadStatus }>();
  for (const file of await leadFiles(tx, actor, ids, now)) {
    const assessment = assess(file, standard, now);
    await writeFields(tx, icpWrites(file, assessment));
    const status = statusOf(file, assessment);
    await writeAssessment(tx, file, assessment, status, now);
    const routed = mayRoute(file, assessment, status, options)
      ? await route(tx, actor, file, assessment, standard, now, options.release)
      : false;
    results.set(file.id, { ...assessment, status: routed ? "routed" : status });
  }
  return results;
}

function statusOf(file: LeadFile, assessment: Assessment): LeadStatus {
  if (file.setAside) return "excluded";
  if (HANDED_OFF.includes(file.status)) return file.status;
  return assessment.holds.length > 0 ? "pending_enrichment" : "ready";
}

/** Routed by itself once documented and an MQL; again, or sooner, only when a person releases it. */
function mayRoute(
  file: LeadFile,
  { holds, trigger }: Assessment,
  status: LeadStatus,
  { release }: Options,
): boolean {
  if (file.setAside || holds.length > 0) return false;
  if (release) return true;
  return status === "ready" && trigger !== null;
}

/** The ICP's verdict is worked out from other fields, yet the gate reads it like any of them. */
function icpWrites(file: LeadFile, { icp }: Assessment): FieldWrite[] {
  const rows = file.values.map((value) => ({
    ...value,
    prevails: true,
  }));
  const scored = rows.filter((row) => row.source === "scoring");
  return mergeFields(scored, icp).rows.map((row) => ({ leadId: file.id, row }));
}

async function writeAssessment(
  tx: Transaction,
  file: LeadFile,
  assessment: Assessment,
  status: LeadStatus,
  now: Date,
): Promise<void> {
  const { completeness, missing, computed, score, trigger, tier, trend } = assessment;
  await tx
    .update(lead)
    .set({
      status,
      ...completeness,
      missing: missing.map((field) => field.id),
      computed,
      tier,
      scoreTotal: score?.total ?? null,
      trend: trend?.direction ?? null,
      mqlAt: trigger?.at ?? null,
      trigger: trigger?.text ?? null,
      updatedAt: now,
      ...listedColumns(assessment.fields),
    })
    .where(eq(lead.id, file.id));
}

async function route(
  tx: Transaction,
  actor: Actor,
  file: LeadFile,
  assessment: Assessment,
  standard: Standard,
  now: Date,
  release: Options["release"],
): Promise<boolean> {
  const reps = await repsInTurn(tx);
  const decision =
    typeof release === "object"
      ? release
      : chooseOwner(
          {
            accountOwnerId: file.company?.ownerId ?? null,
            companyName: String(assessment.fields["C1.3"]?.value ?? ""),
            country: listedColumns(assessment.fields).country,
          },
          reps,
        );
  const owner = reps.find((rep) => rep.id === decision?.ownerId);
  if (!decision || !owner) return false;
  const trigger = assessment.trigger ?? { text: personTrigger(actor.name), at: now };
  const snapshot = snapshotOf(file, assessment, { ...decision, owner }, standard, now, trigger);
  await handOff(tx, actor, snapshot, handoffColumns(assessment));
  return true;
}

const NOT_FOUND = "There is no such lead.";

/** Fills or corrects a field by hand (O.4), or says why it cannot be had. */
export async function fillField(
  viewer: Viewer,
  input: { leadId: string; fieldId: FieldId } & ({ value: string } | { notObtainable: string }),
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  const parsed =
    "value" in input
      ? fieldInput(input.fieldId, input.value)
      : { ok: true as const, value: null, detail: undefined };
  if (!parsed.ok) return refused(parsed.reason, input.fieldId);
  const value: FieldValue = {
    value: parsed.value,
    source: "person",
    provider: viewer.name,
    obtainedAt: now.toISOString(),
    verified: "value" in input,
    ...("notObtainable" in input ? { notObtainable: input.notObtainable } : {}),
    ...(parsed.detail ? { detail: parsed.detail } : {}),
  };
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [input.leadId], now);
    if (!file) return refused(NOT_FOUND);
    const stored = await storedFields(tx, viewer, [file.id]);
    const { rows } = mergeFields(stored.get(file.id) ?? [], { [input.fieldId]: value });
    await writeFields(
      tx,
      rows.map((row) => ({ leadId: file.id, row, personId: viewer.id })),
    );
    const label = fieldDefinition(input.fieldId).label;
    const after = { field: input.fieldId, label, value: parsed.value };
    await record(tx, viewer, [
      { at: now, verb: "filled", subject: "lead", subjectId: file.id, after },
    ]);
    await processLeads(tx, viewer, [file.id], now);
    return done;
  });
}

/** Sets a lead aside as a test or as no lead at all (X.6): kept, listed, never routed. */
export async function setAside(
  viewer: Viewer,
  input: { leadId: string; reason: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [input.leadId], now);
    if (!file) return refused(NOT_FOUND);
    // One that a rep sent back is ours again, and may turn out to be no lead at all.
    if (HANDED_OFF.includes(file.status) && file.status !== "rejected") {
      return refused("A rep has this lead already.");
    }
    const { reason } = input;
    await tx
      .insert(leadExclusion)
      .values({ leadId: file.id, reason, personId: viewer.id, at: now })
      .onConflictDoNothing();
    await record(tx, viewer, [
      { at: now, verb: "set aside", subject: "lead", subjectId: file.id, after: { reason } },
    ]);
    await processLeads(tx, viewer, [file.id], now);
    return done;
  });
}

/** Brings a lead back that was set aside. */
export async function bringBack(
  viewer: Viewer,
  input: { leadId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const removed = await tx
      .delete(leadExclusion)
      .where(eq(leadExclusion.leadId, input.leadId))
      .returning({ id: leadExclusion.leadId });
    if (removed.length === 0) return refused(NOT_FOUND);
    await record(tx, viewer, [
      { at: now, verb: "brought back", subject: "lead", subjectId: input.leadId },
    ]);
    await processLeads(tx, viewer, [input.leadId], now);
    return done;
  });
}

/** Releases a documented lead to a rep now, below the threshold or after a rejection (O). */
export async function release(
  viewer: Viewer,
  input: { leadId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return releaseAs(viewer, input.leadId, "by rules", now);
}

/** Routes as a system elsewhere decided (K.4), through the same gate. */
export async function releaseAs(
  actor: Actor,
  leadId: string,
  decision: RoutingDecision | "by rules",
  now: Date,
): Promise<Outcome> {
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, actor, [leadId], now);
    if (!file) return refused(NOT_FOUND);
    if (file.setAside) return refused("This lead was set aside. Bring it back first.");
    if (HANDED_OFF.includes(file.status) && file.status !== "rejected") {
      return refused("A rep has this lead already.");
    }
    const results = await processLeads(tx, actor, [leadId], now, { release: decision });
    const result = results.get(leadId);
    if (result?.status === "routed") return done;
    const held = result?.holds.map((field) => field.label).join(", ");
    return refused(
      held ? `The gate holds this lead. Missing: ${held}.` : "No active rep can take it.",
    );
  });
}
