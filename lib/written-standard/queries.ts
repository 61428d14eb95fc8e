import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { standardDraft, standardSignature, standardVersion } from "@/db/schema/standard";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { SIDE_NAMES, SIGNERS } from "./sides";
import type { Draft, Signature, Version } from "./view";

/** Reads run inside a command's transaction, or outside of any for a page. */
type Reads = Transaction | typeof db;

const marketing = alias(person, "marketing");
const sales = alias(person, "sales");

/** Every version, the latest first; those that are yet to take effect lead. */
export async function standardVersions(viewer: Viewer, within: Reads = db): Promise<Version[]> {
  authorize(viewer, "read the standard");
  const rows = await within
    .select({ of: standardVersion, marketing: marketing.name, sales: sales.name })
    .from(standardVersion)
    .leftJoin(marketing, eq(marketing.id, standardVersion.signedForMarketing))
    .leftJoin(sales, eq(sales.id, standardVersion.signedForSales))
    .orderBy(desc(standardVersion.effectiveFrom));
  return rows.map(({ of, ...signers }) => ({
    version: of.version,
    effectiveFrom: of.effectiveFrom.toISOString(),
    takesEffect: of.effectiveFrom,
    gates: of.gates,
    requirements: of.requirements,
    graceMinutes: of.graceMinutes,
    reason: of.reason,
    signers,
  }));
}

async function signaturesOf(within: Reads, draftId: string, revision: number) {
  const rows = await within
    .select({
      side: standardSignature.side,
      personId: standardSignature.personId,
      name: person.name,
      role: person.role,
      active: person.active,
      at: standardSignature.at,
    })
    .from(standardSignature)
    .innerJoin(person, eq(person.id, standardSignature.personId))
    .where(and(eq(standardSignature.draftId, draftId), eq(standardSignature.revision, revision)))
    .orderBy(asc(standardSignature.at));
  return rows.map(({ role, active, ...rest }): Signature & { counts: boolean } => ({
    ...rest,
    counts: active && SIDE_NAMES.some((side) => side === rest.side && SIGNERS[side] === role),
  }));
}

/**
 * The open draft with the signatures of its revision that count, or null. With `lock`, as a command
 * needs it: nobody changes it before the transaction ends.
 */
export async function openDraft(
  viewer: Viewer,
  within: Reads = db,
  lock = false,
): Promise<Draft | null> {
  authorize(viewer, "write the standard");
  const query = within
    .select({ of: standardDraft, savedBy: person.name })
    .from(standardDraft)
    .innerJoin(person, eq(person.id, standardDraft.updatedBy))
    .where(eq(standardDraft.state, "open"));
  const [row] = await (lock ? query.for("update", { of: standardDraft }) : query);
  if (!row) return null;
  const { id, basedOn, revision, effectiveFrom, gates, requirements, graceMinutes } = row.of;
  const { reason, updatedAt } = row.of;
  const signatures = await signaturesOf(within, id, revision);
  return {
    id,
    basedOn,
    revision,
    effectiveFrom,
    gates,
    requirements,
    graceMinutes,
    reason,
    savedBy: row.savedBy,
    savedAt: updatedAt,
    signatures: signatures.filter(({ counts }) => counts),
  };
}
