import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { handoff } from "@/db/schema/handoff";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { followOwner } from "@/lib/gate/elsewhere/following/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { escalate } from "@/lib/sla/escalation/commands";
import { clockWords } from "./clock";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

it("Q.2 stands where the lead went to another rep, for whoever had it first", async () => {
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
  const ops = await aPerson("marketing_ops");
  const first = await aPerson("rep");
  const given = async () => {
    const leadId = await aLead(now);
    await document(ops, leadId, now);
    await release(ops, { leadId }, now);
    return leadId;
  };
  const [missed, moved] = [await given(), await given()];
  const other = await aPerson("rep");
  const [row] = await db.select().from(handoff).where(eq(handoff.leadId, missed));
  await escalate(systemActor("job", "SLA"), row?.id ?? "", later(35));
  const crm = systemActor("connection", "Salesforce");
  const owner = { leadId: moved, email: other.email };
  await transaction((tx) => followOwner(tx, crm, owner, later(2)));

  const words = async (leadId: string, minutes: number) => {
    const view = await handoffOfLead(first, leadId);
    if (!view?.givenOn) throw new Error("It was not given on.");
    const { window, sales } = clockWords(view, { reader: first, now: later(minutes) });
    return { window, sales };
  };
  for (const minutes of [36, 24 * 60]) {
    expect(await words(missed, minutes)).toEqual({
      window: { words: "30\u00a0min late", tone: "late" },
      sales: "35\u00a0min, no attempt",
    });
    expect(await words(moved, minutes)).toEqual({ window: null, sales: "2\u00a0min, no attempt" });
  }
});
