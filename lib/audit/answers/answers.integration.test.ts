import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { slaVersion } from "@/db/schema/sla-version";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { escalate } from "@/lib/sla/escalation/commands";
import { DEFAULT_SLA } from "@/lib/sla/settings";
import { readAnswers } from "./queries";

const { db } = testDatabase();
const SLA = systemActor("job", "SLA");
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const from = new Date("2026-06-01T00:00:00Z");

describe("Q.2, G.6 the report on first answers", { timeout: 60_000 }, () => {
  it("measures the first answer across a re-route, and each rep by what was theirs", async () => {
    const version = { version: 3, settings: DEFAULT_SLA, createdAt: from };
    await db.insert(slaVersion).values(version);
    const reps = [await aPerson("rep"), await aPerson("rep")];
    const [ops, manager] = [await aPerson("marketing_ops"), await aPerson("manager")];
    const leadId = await aLead(now);
    await document(ops, leadId, now);
    await release(ops, { leadId }, now);
    const given = () =>
      db.select().from(handoff).where(eq(handoff.leadId, leadId)).orderBy(handoff.routedAt);
    const [first] = await given();
    expect((await readAnswers(manager, from, later(4))).rate).toBeNull();
    await escalate(SLA, first?.id ?? "", later(35));
    const [, second] = await given();
    const rep = reps.find(({ id }) => id === second?.ownerId);
    if (!second || !rep) throw new Error("Nobody has the lead.");
    const call = { handoffId: second.id, kind: "call", result: "reached" } as const;
    await logAttempt(rep, call, later(38));
    const answers = await readAnswers(manager, from, later(60));
    expect(answers).toMatchObject({ late: 1, missed: 0, givenOn: 1, medianMs: 38 * 60_000 });
    expect(answers.medianOverMs).toBe(33 * 60_000);
    const byRep = new Map(answers.reps.map((one) => [one.owner, one.rate?.rate]));
    expect(byRep.get(rep.name)).toBe(1);
    expect([...byRep.values()].toSorted()).toEqual([0, 1]);
    await expect(readAnswers(rep, from, now)).rejects.toThrow(NotAllowed);
  });
});
