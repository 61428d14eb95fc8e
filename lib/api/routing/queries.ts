import { and, eq, or } from "drizzle-orm";
import { db } from "@/db/client";
import { lead, leadIdentity } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";

/**
 * The active reps that an email address, a name or an id means, as handoffs name their owner; case does
 * not matter in an address.
 */
export async function repsCalled(_actor: Actor, text: string) {
  return db
    .select({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .where(
      and(
        eq(person.role, "rep"),
        eq(person.active, true),
        or(
          eq(person.email, text.toLowerCase()),
          eq(person.name, text),
          isId(text) ? eq(person.id, text) : undefined,
        ),
      ),
    );
}

/** How another system calls a lead; the first that is given counts. */
type LeadNames = {
  leadId?: string | undefined;
  leadEmail?: string | undefined;
  leadExternalId?: string | undefined;
};

/** The id of the lead that another system names; null where there is none. */
export async function leadCalled(actor: Actor, names: LeadNames): Promise<string | null> {
  authorize(actor, "see every lead");
  const { leadId, leadEmail, leadExternalId = "" } = names;
  if (leadId) return leadId;
  const [found] = leadEmail
    ? await db.select({ id: lead.id }).from(lead).where(eq(lead.email, leadEmail))
    : await db
        .select({ id: leadIdentity.leadId })
        .from(leadIdentity)
        .where(and(eq(leadIdentity.kind, "external"), eq(leadIdentity.value, leadExternalId)));
  return found?.id ?? null;
}
