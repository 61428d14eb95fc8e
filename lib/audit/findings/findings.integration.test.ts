import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { handedOff } from "@/db/factories/handoffs";
import { aPerson } from "@/db/factories/people";
import { trailSetting } from "@/db/schema/trail";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { drawAudit } from "../draw/commands";
import { verdictOfGap } from "../gaps/gap";
import { gapsOf, LOOKED_INTO } from "../gaps/queries";
import { keepInterview } from "../interviews/commands";
import { interviewsOf } from "../interviews/queries";
import { judge } from "../judging/commands";
import { measureFinding, openFinding } from "./commands";
import type { FindingInput } from "./input";
import { gapFindings } from "./queries";

const { db, owner } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const window = { from: new Date("2026-06-01T00:00:00Z"), until: later(1) };
const LEADS = 24;

let ops: Viewer;
let manager: Viewer;
let auditId: string;

describe("A.4, A.5 interviews, gaps and findings", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await aPerson("rep");
    [ops, manager] = [await aPerson("marketing_ops"), await aPerson("manager")];
    await handedOff(ops, LEADS, now);
    const days = { from: "2026-06-01", to: "2026-06-03" };
    const terms = { ...days, size: 20, strata: "none", seed: "k7", auditors: 1 } as const;
    const drawn = await drawAudit(manager, terms, later(1));
    if (!drawn.ok) throw new Error(drawn.reason);
    auditId = drawn.value.id;
  });

  it("keeps what a drawn rep says, and what they look up first", async () => {
    const given = {
      auditId,
      place: 1,
      answer: "I open LinkedIn first.",
      fieldIds: ["C1.6" as const],
    };
    const said = { ...given, researches: "yes", what: "Who they are" } as const;
    expect(await keepInterview(manager, said, now)).toMatchObject({ ok: true });
    expect(await interviewsOf(ops, auditId)).toMatchObject([
      { place: 1, answer: { words: said.answer, researches: true, what: "Who they are" } },
    ]);
    expect(await keepInterview(manager, { ...said, place: 9 }, now)).toMatchObject({ ok: false });
    await expect(keepInterview(ops, said, now)).rejects.toThrow(NotAllowed);
  });

  it("X.1 counts as late what the trail would have shown, for as long as it is set to look back", async () => {
    await owner.execute(sql`select baton_activity_month('2026-02-03'::timestamptz)`);
    await db.execute(sql`
      insert into activity (lead_id, kind, occurred_at, received_at, source, details)
      select distinct lead_id, 'page_viewed', '2026-02-03'::timestamptz,
        '2026-06-04'::timestamptz, 'Mautic', '{"path": "/pricing"}'::jsonb
      from handoff`);
    const sources = async () => {
      const gap = (await gapsOf(ops, window)).find(({ fieldId }) => fieldId === "C3.8");
      return gap?.shares[0]?.evidence.map(({ text }) => text).join() ?? "";
    };
    expect(await sources()).not.toContain("Mautic");
    await db
      .insert(trailSetting)
      .values({ version: 1, settings: { windowDays: 180 }, createdAt: now });
    expect(await sources()).toContain("Mautic had activities by then");
    await owner.execute(sql`delete from activity where source = 'Mautic'`);
  });

  it("finds by the data why a field was missing", async () => {
    const gaps = await gapsOf(ops, window);
    const summary = gaps.find(({ fieldId }) => fieldId === "C3.9");
    expect(summary).toMatchObject({ missing: LEADS });
    expect(summary && verdictOfGap(summary)).toBe("process");
    // What came in late had happened by the handoff: the trail's gap is then the connection's.
    await owner.execute(sql`select baton_activity_month('2026-06-02'::timestamptz)`);
    await db.execute(sql`
      insert into activity (lead_id, kind, occurred_at, received_at, source, details)
      select lead_id, 'page_viewed', '2026-06-02', '2026-06-04', 'HubSpot', '{"path": "/pricing"}'
      from handoff`);
    const trail = (await gapsOf(ops, window)).find(({ fieldId }) => fieldId === "C3.8");
    expect(trail?.shares[0]).toMatchObject({ cause: "technical", count: LEADS });
    expect(trail?.shares[0]?.evidence[0]?.text).toContain("HubSpot had activities by then");
  });

  it("looks as well for why a value was not good, where only an auditor saw that", async () => {
    const [line] = await db.execute<{ id: string; lead: string }>(sql`
      select l.id, h.lead_id as lead from audit_line l join handoff h on h.id = l.handoff_id
      where l.audit_id = ${auditId} order by l.place limit 1`);
    const said = {
      ...{
        lineId: line?.id ?? "",
        category: "contactBasics" as const,
        verdict: "partial" as const,
      },
      ...{ fieldIds: ["C1.3" as const], reason: "That title is of the post before." },
    };
    expect(await judge(manager, said, later(1))).toMatchObject({ ok: true });
    const inAudit = async () =>
      (await gapsOf(ops, { ...window, id: auditId })).find(({ fieldId }) => fieldId === "C1.3");
    expect(await inAudit()).toMatchObject({ missing: 0, shares: [{ cause: "process", count: 1 }] });
    await db.execute(sql`
      insert into lead_field (lead_id, field_id, source, provider, value, obtained_at, verified, prevails)
      values (${line?.lead ?? ""}, 'C1.3', 'crm', 'HubSpot', '"Head of Transport"', '2026-06-01', false, false)`);
    expect((await inAudit())?.shares).toMatchObject([
      {
        cause: "technical",
        evidence: [
          { text: "HubSpot had given another value before the handoff, which does not show it" },
        ],
      },
    ]);
    const all = await gapsOf(ops, window);
    expect(all.some(({ fieldId }) => fieldId === "C1.3")).toBe(false);
  });

  it("looks for the causes of a rare gap as well, however many handoffs lack something else", async () => {
    const may = { from: new Date("2026-05-01T00:00:00Z"), until: new Date("2026-06-01T00:00:00Z") };
    const copied = (count: number, at: string, missing: string) =>
      db.execute(sql`
        insert into handoff (lead_id, owner_id, routed_at, standard_version, contact_basics,
          company_intelligence, behavioral_trail, scoring_context, handoff_metadata, name,
          company_name, job_title, trigger, triggered_at, captured_at, missing, snapshot)
        select lead_id, owner_id, ${at}, standard_version, contact_basics, company_intelligence,
          behavioral_trail, scoring_context, handoff_metadata, name, company_name, job_title,
          trigger, triggered_at, captured_at, array[${missing}], snapshot
        from handoff, generate_series(1, 30) where routed_at = ${now.toISOString()}
        order by handoff.id limit ${count}`);
    await copied(1, "2026-05-02T10:00:00Z", "C2.4");
    await copied(LOOKED_INTO + 20, "2026-05-20T10:00:00Z", "C3.9");
    const gaps = await gapsOf(ops, may);
    const lookedInto = gaps.map(({ fieldId, missing, shares }) => [
      ...[fieldId, missing],
      shares.reduce((sum, { count }) => sum + count, 0),
    ]);
    expect(lookedInto).toEqual([
      ["C3.9", LOOKED_INTO + 20, LOOKED_INTO],
      ["C2.4", 1, 1],
    ]);
  });

  it("opens a finding once, with a reason where the verdict is not the data's", async () => {
    const input: FindingInput = {
      ...{ auditId, fieldId: "C3.9", verdict: "technical", reason: "", ownerId: ops.id },
      dueOn: "2026-06-30",
    };
    expect(await openFinding(manager, input, now)).toMatchObject({ ok: false, field: "reason" });
    const reason = { ...input, reason: "The editor lost what was written." };
    const past = { ...reason, dueOn: "2026-06-01" };
    expect(await openFinding(manager, past, now)).toMatchObject({ ok: false, field: "dueOn" });
    expect(await openFinding(manager, reason, later(1))).toMatchObject({ ok: true });
    expect(await openFinding(manager, reason, later(1))).toMatchObject({ ok: false });
    const [found] = await gapFindings(ops);
    expect(found).toMatchObject({
      ...{ fieldId: "C3.9", verdict: "technical", dataVerdict: "process", basis: "handoffs" },
      ...{ before: { count: LEADS, of: LEADS }, closedAt: null, owner: ops.name },
    });
    await expect(openFinding(ops, reason, now)).rejects.toThrow(NotAllowed);
  });

  it("closes it only when the rate has really moved", async () => {
    const [found] = await gapFindings(manager);
    const findingId = found?.id ?? "";
    const measure = (days: number) => measureFinding(manager, { findingId }, later(days));
    expect(await measure(2)).toMatchObject({ ok: false });
    const mended = async (count: number, complete: number) => {
      await db.execute(sql`
        insert into handoff (lead_id, owner_id, routed_at, standard_version, contact_basics,
          company_intelligence, behavioral_trail, scoring_context, handoff_metadata, name,
          company_name, job_title, trigger, triggered_at, captured_at, missing, snapshot)
        select lead_id, owner_id, ${later(3).toISOString()}, standard_version, contact_basics,
          company_intelligence, behavioral_trail, scoring_context, handoff_metadata, name,
          company_name, job_title, trigger, triggered_at, captured_at,
          case when row_number() over (order by id) <= ${complete}
            then array_remove(missing, 'C3.9') else missing end, snapshot
        from handoff where routed_at = ${now.toISOString()} order by id limit ${count}`);
    };
    await mended(12, 1);
    expect(await measure(4)).toEqual({ ok: true, value: { moved: false } });
    await mended(12, 12);
    expect(await measure(5)).toEqual({ ok: true, value: { moved: true } });
    const [closed] = await gapFindings(ops);
    expect(closed?.closedAt).toEqual(later(5));
    expect(closed?.measurements).toHaveLength(2);
    expect(await measure(6)).toMatchObject({ ok: false });
    await expect(measureFinding(ops, { findingId }, now)).rejects.toThrow(NotAllowed);
  });
});
