import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { setPerson } from "@/lib/access/commands";
import { viewerOf } from "@/lib/access/queries";
import type { Viewer } from "@/lib/access/viewer";
import { readAnswers } from "@/lib/audit/answers/queries";
import { release } from "@/lib/gate/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { MINUTE } from "@/lib/platform/durations";
import { queueRowsOf } from "@/lib/queue/queries";
import { parseView } from "@/lib/queue/view";
import { responseWindow } from "../standing";
import { weekdays } from "../testing/minute-by-minute";
import { noteAbsence, setHours, withdrawAbsence } from "./commands";
import { hoursOf } from "./queries";

const { db } = testDatabase();
/** A Wednesday, one on which nobody works before the afternoon, and the day after. */
const at = (minutes: number) => new Date(Date.parse("2026-06-03T10:00:00Z") + minutes * MINUTE);
const NEXT_DAY = 24 * 60;
const FROM_FOUR_TO_ELEVEN = weekdays({ from: "10:56", until: "18:00" });

let rep: Viewer;
let ops: Viewer;
let admin: Viewer;
let manager: Viewer;

beforeEach(async () => {
  ops = await aPerson("marketing_ops");
  admin = await aPerson("admin");
  manager = await aPerson("manager");
  if (rep) await setPerson(admin, { personId: rep.id, role: "rep", active: false }, at(-1));
  rep = await aPerson("rep");
});

/** A lead that the rep was given at 10:00, and tried at a time or never. */
async function aLeadTried(tried?: Date) {
  const leadId = await aLead(at(0));
  await document(ops, leadId, at(0));
  expect(await release(ops, { leadId }, at(0))).toMatchObject({ ok: true });
  const handoffId = (await handoffOfLead(rep, leadId))?.id ?? "";
  if (tried) await logAttempt(rep, { handoffId, kind: "call", result: "reached" }, tried);
  return leadId;
}

/** What their lead's page, their queue and the manager's report say of it. */
async function saidOf(leadId: string, now: Date) {
  const asNow = await viewerOf(rep.id, 1);
  const view = asNow && (await handoffOfLead(asNow, leadId));
  if (!asNow || !view) throw new Error("The rep or the handoff is gone.");
  const tried = view.attempts.map((one) => one.at);
  const [row] = await queueRowsOf(asNow, parseView({}, now), [leadId], now);
  const { reps } = await readAnswers(manager, at(-1), now);
  const rate = reps.find(({ owner }) => owner === rep.name)?.rate?.rate;
  return { page: responseWindow(view, tried, now), queue: row?.window, rate };
}

const LATE = { state: "stopped", tookMs: 60 * MINUTE, overMs: 55 * MINUTE };

describe("how late an answer was stays as it was (Q.2)", () => {
  it("when the hours change afterwards", async () => {
    const leadId = await aLeadTried(at(60));
    const before = await saidOf(leadId, at(NEXT_DAY));
    expect(before).toEqual({ page: LATE, queue: LATE, rate: 0 });
    await setHours(rep, { personId: rep.id, hours: FROM_FOUR_TO_ELEVEN }, at(NEXT_DAY));
    expect(await saidOf(leadId, at(NEXT_DAY + 1))).toEqual(before);
    await setHours(rep, { personId: rep.id, hours: null }, at(NEXT_DAY + 2));
    expect(await saidOf(leadId, at(NEXT_DAY + 3))).toEqual(before);
  });

  it("when the time zone changes afterwards, by whoever's hand", async () => {
    await setHours(rep, { personId: rep.id, hours: FROM_FOUR_TO_ELEVEN }, at(-60));
    const leadId = await aLeadTried(at(70));
    const late = { state: "stopped", tookMs: 14 * MINUTE, overMs: 9 * MINUTE };
    expect(await saidOf(leadId, at(NEXT_DAY))).toMatchObject({ page: late, rate: 0 });
    await db.update(person).set({ timeZone: "America/New_York" }).where(eq(person.id, rep.id));
    expect(await saidOf(leadId, at(NEXT_DAY))).toMatchObject({ page: late, rate: 0 });
  });

  it("when an absence is dated back, or taken back", async () => {
    const leadId = await aLeadTried(at(60));
    const away = { personId: rep.id, first: "2026-06-03", last: "2026-06-04", words: "" };
    await noteAbsence(rep, away, at(NEXT_DAY));
    expect(await saidOf(leadId, at(NEXT_DAY + 1))).toEqual({ page: LATE, queue: LATE, rate: 0 });
    const [noted] = (await hoursOf(rep, [rep.id], at(NEXT_DAY))).get(rep.id)?.absences ?? [];
    expect(noted).toMatchObject({ startsAt: at(NEXT_DAY) });
  });

  it("and the time that they were away for stays, when they come back early", async () => {
    const away = { personId: rep.id, first: "2026-06-03", last: "2026-06-04", words: "" };
    const leadId = await aLeadTried();
    await noteAbsence(rep, away, at(2));
    const [noted] = (await hoursOf(rep, [rep.id], at(2))).get(rep.id)?.absences ?? [];
    const back = { absenceId: noted?.id ?? "" };
    expect(await withdrawAbsence(rep, back, at(62))).toMatchObject({ ok: true });
    expect(await withdrawAbsence(rep, back, at(62))).toMatchObject({ ok: false });
    const { page } = await saidOf(leadId, at(64));
    expect(page).toEqual({ state: "soon", leftMs: MINUTE, startsAt: null });
  });

  it("while a lead that waits is late for what it waited until then", async () => {
    const leadId = await aLeadTried();
    await setHours(rep, { personId: rep.id, hours: FROM_FOUR_TO_ELEVEN }, at(30));
    expect((await saidOf(leadId, at(40))).page).toMatchObject({
      ...{ state: "late", overMs: 25 * MINUTE, startsAt: at(56) },
    });
  });
});
