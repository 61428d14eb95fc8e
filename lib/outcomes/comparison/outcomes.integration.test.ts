import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { handedOff } from "@/db/factories/handoffs";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { outcome } from "@/db/schema/outcome";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { logAttempt } from "@/lib/handoff/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { answerResearch } from "@/lib/handoff/research/commands";
import { researchTold } from "../researched/queries";
import { followedLeads } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const from = new Date("2026-06-01T00:00:00Z");

const count = (followed: readonly { leads: number }[]) =>
  followed.reduce((sum, { leads }) => sum + leads, 0);

let rep: Viewer;
let ops: Viewer;

describe("R.1, R.2 what came of routed leads", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    [rep, ops] = [await aPerson("rep"), await aPerson("marketing_ops")];
    await handedOff(ops, 4, now);
  });

  it("follows each lead from its handoff to the deal", async () => {
    const [first, second] = await db.select().from(handoff).orderBy(handoff.id);
    const handoffId = first?.id ?? "";
    await logAttempt(rep, { handoffId, kind: "call", result: "reached" }, later(3));
    await accept(rep, { handoffId }, later(4));
    const told = { handoffId, lookedUp: true, fieldIds: ["C1.6" as const], minutes: 5 } as const;
    await answerResearch(rep, told, later(5));
    const deal = { wonAt: later(9_000), detail: {}, source: "Tests", recordedAt: later(9_000) };
    await db.insert(outcome).values({ ...deal, leadId: second?.leadId ?? "" });
    const leads = await followedLeads(ops, from, later(10_000));
    expect(count(leads)).toBe(4);
    expect(leads.filter(({ reached, accepted }) => reached && accepted)).toMatchObject([
      {
        ...{ leads: 1, warm: false, channel: "paid search", won: false, days: 0 },
        ...{ triedFrom: [now.getTime()], triedAfterMs: [3 * 60_000], untriedFrom: [] },
      },
    ]);
    expect(leads.filter(({ won }) => won)).toMatchObject([
      { leads: 1, untriedFrom: [now.getTime()], dealAfterMs: [9_000 * 60_000], opportunity: false },
    ]);
    const [week] = await followedLeads(ops, from, later(7 * 24 * 60));
    expect(week?.days).toBe(7);
    const [before] = await followedLeads(ops, from, later(7 * 24 * 60 - 1));
    expect(before?.days).toBe(0);
    const research = await researchTold(ops, from, later(10));
    expect(research).toEqual([{ lookedUp: true, fieldIds: ["C1.6"], minutes: 5 }]);
  });

  it("counts a lead that was handed off again after a decision once, by the last time", async () => {
    await db.execute(sql`
      insert into handoff (lead_id, owner_id, routed_at, standard_version, contact_basics,
        company_intelligence, behavioral_trail, scoring_context, handoff_metadata, name,
        company_name, job_title, trigger, triggered_at, captured_at, missing, snapshot)
      select lead_id, owner_id, ${later(60).toISOString()}, standard_version, contact_basics,
        company_intelligence, behavioral_trail, scoring_context, handoff_metadata, name,
        company_name, job_title, trigger, triggered_at, captured_at, missing, snapshot
      from handoff where id in (select handoff_id from decision)`);
    const leads = await followedLeads(ops, from, later(120));
    expect(count(leads)).toBe(4);
    const routed = leads.flatMap(({ triedFrom, untriedFrom }) => [...triedFrom, ...untriedFrom]);
    expect(routed.filter((at) => at > now.getTime())).toEqual([later(60).getTime()]);
  });

  it("is not for reps", async () => {
    await expect(followedLeads(rep, from, now)).rejects.toThrow(NotAllowed);
    await expect(researchTold(rep, from, now)).rejects.toThrow(NotAllowed);
  });
});
