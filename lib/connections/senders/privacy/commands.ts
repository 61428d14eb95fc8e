import type { Transaction } from "@/db/client";
import type { SystemActor } from "@/lib/access/viewer";
import { type Identity, knownLeads } from "@/lib/intake/queries";
import { notify } from "@/lib/notices/commands";
import { record } from "@/lib/platform/history";
import { admins } from "./queries";

/**
 * Tells the admins which leads another system deleted for privacy, by its ids in our own form, and
 * notes it in their histories. Nothing is deleted here (X.6): what the law asks for, a person sees to.
 * Answers how many leads there are.
 */
export async function tellOfPurged(
  tx: Transaction,
  actor: SystemActor,
  externalIds: readonly string[],
  now: Date,
): Promise<number> {
  if (externalIds.length === 0) return 0;
  const named = externalIds.map((value): Identity => ({ kind: "external", value }));
  const { byIdentity } = await knownLeads(tx, actor, [], named);
  const leadIds = [...new Set(byIdentity.values())];
  const entry = { at: now, verb: "deleted for privacy", subject: "lead" } as const;
  await record(
    tx,
    actor,
    leadIds.map((subjectId) => ({ ...entry, subjectId })),
  );
  const told = await admins(tx, actor);
  const kind = "privacy_deletion" as const;
  await notify(
    tx,
    actor,
    leadIds.flatMap((leadId) =>
      told.map((personId) => ({ kind, personId, leadId, handoffId: null, at: now })),
    ),
  );
  return leadIds.length;
}
