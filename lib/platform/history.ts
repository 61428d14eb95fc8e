import type { Transaction } from "@/db/client";
import { history } from "@/db/schema/history";
import type { Actor } from "@/lib/access/viewer";
import type { Json } from "@/lib/standard/field";

export type HistoryEntry = {
  at: Date;
  verb: string;
  subject:
    | "lead"
    | "handoff"
    | "person"
    | "key"
    | "import"
    | "standard"
    | "connection"
    | "enrichment"
    | "scoring model"
    | "trail settings"
    | "routing rules"
    | "SLA"
    | "phrase"
    | "audit";
  subjectId: string;
  before?: Json;
  after?: Json;
};

/** Writes who did what, inside the transaction that does it: both are kept or neither. */
export async function record(
  tx: Transaction,
  actor: Actor,
  entries: HistoryEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const by = { actorKind: actor.kind, actorId: actor.id, actorName: actor.name };
  await tx.insert(history).values(entries.map((entry) => ({ ...by, ...entry })));
}
