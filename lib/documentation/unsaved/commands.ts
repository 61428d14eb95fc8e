import { and, eq, lte } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { editorPresence, unsavedText } from "@/db/schema/note";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { NO_LEAD } from "@/lib/intake/lead-id";
import type { Sign } from "./input";
import { PARTS, type Part, type UnsavedText } from "./unsaved";

type Whose = { leadId: string; personId: string };

const mine = ({ leadId, personId }: Whose, part: Part) =>
  and(
    eq(unsavedText.leadId, leadId),
    eq(unsavedText.personId, personId),
    eq(unsavedText.part, part),
  );

/** A request that was held up must not undo a later one: of two, what was typed last stays. */
async function keep(tx: Transaction, whose: Whose, part: Part, given: UnsavedText, now: Date) {
  const { text, basedOn } = given;
  const at = new Date(Math.min(new Date(given.at).getTime(), now.getTime()));
  await tx
    .insert(unsavedText)
    .values({ ...whose, part, text, basedOn, at })
    .onConflictDoUpdate({
      target: [unsavedText.leadId, unsavedText.personId, unsavedText.part],
      set: { text, basedOn, at },
      setWhere: lte(unsavedText.at, at),
    });
}

async function markHere(tx: Transaction, whose: Whose, writing: boolean, now: Date) {
  const wrote = writing ? { wroteAt: now } : {};
  await tx
    .insert(editorPresence)
    .values({ ...whose, seenAt: now, ...wrote })
    .onConflictDoUpdate({
      target: [editorPresence.leadId, editorPresence.personId],
      set: { seenAt: now, ...wrote },
    });
}

async function markGone(tx: Transaction, { leadId, personId }: Whose) {
  await tx
    .delete(editorPresence)
    .where(and(eq(editorPresence.leadId, leadId), eq(editorPresence.personId, personId)));
}

/**
 * Takes a sign of life from a lead's page: keeps what was typed (O.3), forgets what need not be
 * kept, and tells others that somebody is here. No history: nothing of this is saved work.
 */
export async function takeSign(
  viewer: Viewer,
  leadId: string,
  sign: Sign,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const known = await tx.select({ id: lead.id }).from(lead).where(eq(lead.id, leadId));
    if (known.length === 0) return refused(NO_LEAD);
    const whose = { leadId, personId: viewer.id };
    for (const part of PARTS) {
      const given = sign[part];
      if (given) await keep(tx, whose, part, given, now);
      else if (given === null) await tx.delete(unsavedText).where(mine(whose, part));
    }
    if (sign.leaving) await markGone(tx, whose);
    else await markHere(tx, whose, sign.writing, now);
    return done;
  });
}

/** Forgets a person's unsaved text inside the transaction that saves it. */
export async function forgetUnsaved(
  tx: Transaction,
  viewer: Viewer,
  leadId: string,
  part: Part,
): Promise<void> {
  await tx.delete(unsavedText).where(mine({ leadId, personId: viewer.id }, part));
}
