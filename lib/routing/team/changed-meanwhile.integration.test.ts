import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { untilWaiting } from "@/db/testing/waiting";
import { setPerson } from "@/lib/access/commands";
import type { Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { noteAbsence, setHours } from "@/lib/sla/hours/commands";
import { setMember } from "./commands";

const { db, owner } = testDatabase();
/** A Wednesday. */
const now = new Date("2026-06-03T10:00:00Z");
const member = {
  ...{ territory: [], territoryName: "", languages: [], products: [], segments: [] },
  ...{ leadCap: 0, weight: 1 },
};
const nights = [{ from: "02:00", until: "03:00" }];
const hours = {
  ...{ monday: nights, tuesday: nights, wednesday: nights, thursday: nights, friday: nights },
  ...{ saturday: [], sunday: [] },
};

let admin: Viewer;
let ops: Viewer;
beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
});
/** Whoever came with another test gets no leads in this one. */
beforeEach(async () => {
  await db.update(person).set({ active: false }).where(eq(person.role, "rep"));
});

/** Lets nothing be written down in history until it is let go: whoever changes something stops there. */
async function beforeHistory() {
  const [held, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = owner.transaction(async (tx) => {
    await tx.execute(sql`lock table history in share mode`);
    held.resolve();
    await over.promise;
  });
  await held.promise;
  return async () => {
    over.resolve();
    await holding;
  };
}

type Change = (personId: string) => Promise<{ ok: boolean }>;
const CHANGES: Record<string, Change> = {
  "loses access": (personId) => setPerson(admin, { personId, role: "rep", active: false }, now),
  "goes away": (personId) =>
    noteAbsence(admin, { personId, first: "2026-06-03", last: "2026-06-05", words: "" }, now),
  "is given no more": (personId) => setMember(admin, { personId, ...member }, now),
  "changes hours": (personId) => setHours(admin, { personId, hours }, now),
};

describe("C5.2 a lead that is routed in the moment in which a rep", () => {
  it.each(Object.entries(CHANGES))("%s goes to another", async (_what, change) => {
    const first = await aPerson("rep", { routingWeight: 5 });
    const other = await aPerson("rep");
    const leadId = await aLead(now);
    await document(ops, leadId, now);
    const letGo = await beforeHistory();
    const changing = change(first.id);
    await untilWaiting(1);
    const routing = release(ops, { leadId }, now);
    await untilWaiting(2);
    await letGo();
    expect(await changing).toMatchObject({ ok: true });
    expect(await routing).toMatchObject({ ok: true });
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
    expect(given?.ownerId).toBe(other.id);
  });
});
