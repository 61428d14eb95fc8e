import { randomUUID } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { anApiKey, send } from "@/app/api/v1/testing/api";
import { aWriteKey, track } from "@/app/v1/testing/tracker";
import { aCrm } from "@/db/factories/crms";
import { aLead, CONFIRMED, document, evaluate } from "@/db/factories/leads";
import { aMerge } from "@/db/factories/merges";
import { aPerson } from "@/db/factories/people";
import { activity } from "@/db/schema/activity";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { note } from "@/db/schema/note";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { followDecisions, noteDecisions } from "@/lib/connections/crm/reading/elsewhere/commands";
import { flagLeads, unflagLeads } from "@/lib/documentation/bulk/commands";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { settleDoubts, undoDoubts } from "@/lib/documentation/doubts/commands";
import { retryEnrichment } from "@/lib/enrichment/commands";
import { localChain } from "@/lib/enrichment/providers";
import { addNote, saveSummary, withdrawNote } from "@/lib/handoff/commands";
import { reject, takeBack } from "@/lib/handoff/decisions/commands";
import { captureLeads } from "@/lib/intake/commands";
import { modelInForce } from "@/lib/scoring/queries";
import type { FieldId } from "@/lib/standard/categories";
import { bringBack as bringActivitiesBack, leaveOut } from "@/lib/trail/commands";
import { editTrail, undoTrailEdit } from "@/lib/trail/edits/commands";
import { exclusionsInForce } from "@/lib/trail/queries";
import { judgeAnew } from "./anew/commands";
import { bringBack, bringLeadsBack, setAside, setLeadsAside } from "./aside/commands";
import { judgeByExclusions } from "./by-exclusions/commands";
import { judgeByModel } from "./by-model/commands";
import { release, releaseAs } from "./commands";
import { followOwner } from "./elsewhere/following/commands";
import { enrichLeads } from "./enrichment/commands";
import { fillField } from "./filling/commands";
import { judgeMany } from "./many/commands";
import { judgeDue } from "./score-due/commands";
import { setScore, takeScoreBack } from "./score-override/commands";
import { routeDue } from "./waiting/commands";

const { db, transaction } = testDatabase();
const now = new Date();
const sender = systemActor("connection", "Tests");
const job = systemActor("job", "Tests");

type Held = { id: string; email: string; ops: Viewer; rep: Viewer };
type Gap = { what: string; field: FieldId; mend: string; input?: { jobTitle: string } };

/** What stands between the lead and a rep. Everything else is there, and the lead is an MQL. */
const GAPS: readonly Gap[] = [
  { what: "the CRM was never asked", field: "C2.5", mend: "none" },
  { what: "the email is captured, not verified", field: "C1.4", mend: "" },
  {
    what: "the title is a placeholder",
    field: "C1.2",
    mend: "VP Operations",
    input: { jobTitle: "TBD" },
  },
  {
    what: "LinkedIn is not obtainable",
    field: "C1.6",
    mend: "https://www.linkedin.com/in/ingrid-solberg",
  },
];

async function onTheBrink({ field, input }: Gap): Promise<Held> {
  const rep = await aPerson("rep", { territory: ["NO"] });
  const ops = await aPerson("marketing_ops");
  const email = `${randomUUID()}@nordlys.example`;
  const id = await aLead(now, { email, ...input });
  const confirmed = CONFIRMED.some(([known]) => known === field);
  await document(ops, id, now, confirmed ? [field] : []);
  if (!confirmed) {
    const notObtainable = "asked twice, no profile";
    await fillField(ops, { leadId: id, fieldId: field, notObtainable }, now);
  }
  await evaluate(id, now);
  return { id, email, ops, rep };
}

const standing = async (id: string) => {
  const [row] = await db.select({ status: lead.status }).from(lead).where(eq(lead.id, id));
  const given = await db.select().from(handoff).where(eq(handoff.leadId, id));
  return { status: row?.status, handoffs: given.length };
};

/** A statement of the application's role; true where the database let it through. */
const bySql = (statement: ReturnType<typeof sql>) =>
  db.execute(statement).then(
    () => undefined,
    () => undefined,
  );

/** Every way in the product by which a lead is judged or released. A new one is added here. */
const WAYS: Record<string, (held: Held) => Promise<unknown>> = {
  "the public API takes it in again": async ({ email }) =>
    send("POST", "/leads", { key: await anApiKey(), body: { email, campaign: "Another" } }),
  "the public API sends an activity": async ({ email }) => {
    const activity = {
      ...{ id: randomUUID(), leadEmail: email, occurredAt: now.toISOString() },
      ...{ kind: "form_submitted", form: "Request a demo" },
    };
    return send("POST", "/activities", {
      key: await anApiKey(),
      body: { activities: [activity] },
    });
  },
  "a system elsewhere decides the routing": async ({ id, rep }) =>
    send("POST", `/leads/${id}/routing`, {
      key: await anApiKey(),
      body: { owner: rep.email, reason: "Territory", decidedAt: now.toISOString() },
    }),
  "a system that knows only its address decides the routing": async ({ email, rep }) =>
    send("POST", "/routing", {
      key: await anApiKey(),
      body: { leadEmail: email, owner: rep.email, reason: "Flow", decidedAt: now.toISOString() },
    }),
  "the tracking API identifies it": async ({ email }) => {
    const basic = await aWriteKey();
    const traits = { email, title: "VP Operations" };
    await track("identify", { userId: email, anonymousId: randomUUID(), traits }, { basic });
    return track("page", { userId: email, properties: { path: "/pricing" } }, { basic });
  },
  "a file brings it": ({ email }) =>
    captureLeads(
      systemActor("command line", "Import"),
      [{ input: { email, region: "Sweden" }, source: "map", provider: "leads.csv" }],
      now,
    ),
  "enrichment comes back with nothing": async ({ id }) =>
    enrichLeads(job, [id], { clock: () => now, steps: await localChain(job) }),
  "marketing ops has enrichment tried again": async ({ id, ops }) => {
    await retryEnrichment(ops, { leadIds: [id] }, now);
    await enrichLeads(job, [id], { clock: () => now, steps: [], anew: true });
  },
  "marketing ops fills another field": ({ id, ops }) =>
    fillField(ops, { leadId: id, fieldId: "C2.4", value: "SAP" }, now),
  "marketing ops sets it aside and brings it back": async ({ id, ops }) => {
    await setAside(ops, { leadId: id, reason: "A test" }, now);
    await bringBack(ops, { leadId: id }, now);
  },
  "many are set aside and brought back": async ({ id, ops }) => {
    await setLeadsAside(ops, { leadIds: [id], reason: "A test" }, now);
    await bringLeadsBack(ops, { leadIds: [id] }, now);
  },
  "marketing ops releases it": ({ id, ops }) => release(ops, { leadId: id }, now),
  "an admin releases it": async ({ id }) => release(await aPerson("admin"), { leadId: id }, now),
  "a connection releases it": ({ id, rep }) =>
    releaseAs(sender, id, { ownerId: rep.id, reason: "Because", path: [] }, now),
  "its record has another owner in the CRM": ({ id, rep }) =>
    transaction((tx) => followOwner(tx, sender, { leadId: id, email: rep.email }, now)),
  "a router in the CRM has assigned it": async ({ id, email, rep }) => {
    const given = { settings: { clientId: "x" }, secrets: { clientSecret: "x" } };
    const crm = await aCrm(await aPerson("admin"), "salesforce", given, now);
    const decided = { email, owner: rep.email, reason: "LeanData: assigned", decidedAt: now };
    await transaction((tx) => noteDecisions(tx, sender, crm, [decided], now));
    const rows = await db.select().from(routingElsewhere).where(eq(routingElsewhere.leadId, id));
    expect(rows).toHaveLength(1);
    await followDecisions(sender, crm, now);
  },
  "another lead is merged into it in its MAP": ({ id }) => aMerge(sender, id, now),
  "a summary, a note and a flag are written": async ({ id, ops }) => {
    await saveSummary(ops, { leadId: id, text: "Ready to talk.", basedOn: 0 }, now);
    await addNote(ops, { leadId: id, kind: "note", text: "Call her." }, now);
    const [row] = await db.select().from(note).where(eq(note.leadId, id)).orderBy(desc(note.at));
    await withdrawNote(ops, { noteId: row?.id ?? "" }, now);
  },
  "leads are judged anew": async ({ id }) => {
    await db.update(lead).set({ standardVersion: null }).where(eq(lead.id, id));
    await judgeAnew(job, now);
  },
  "it is judged with many others": ({ id }) => judgeMany(job, [id], () => now),
  "time has changed its score": async ({ id }) => {
    await db.update(lead).set({ scoreDueAt: now }).where(eq(lead.id, id));
    expect(await judgeDue(job, now)).toBeGreaterThan(0);
  },
  "marketing ops sets its score and takes it back": async ({ id, ops }) => {
    const reason = "The CFO called us";
    expect(await setScore(ops, { leadId: id, total: 100, reason }, now)).toEqual({ ok: true });
    await takeScoreBack(ops, { leadId: id }, now);
  },
  "a model or an ICP takes effect": async () => {
    const { version } = await modelInForce();
    for (let last = await judgeByModel(job, { version }, now); last; )
      last = await judgeByModel(job, { version, afterId: last }, now);
  },
  "exclusion rules take effect": async () => {
    const { version } = await db.transaction((tx) => exclusionsInForce(tx));
    for (let last = await judgeByExclusions(job, { version }, now); last; )
      last = await judgeByExclusions(job, { version, afterId: last }, now);
  },
  "activities are left out and brought back": async ({ id, ops }) => {
    const [one] = await db.select().from(activity).where(eq(activity.leadId, id)).limit(1);
    const activityIds = [one?.id ?? ""];
    expect(await leaveOut(ops, { leadId: id, activityIds }, now)).toMatchObject({ ok: true });
    expect(await bringActivitiesBack(ops, { leadId: id, activityIds }, now)).toMatchObject({
      ok: true,
    });
  },
  "its trail is edited and the edit undone": async ({ id, ops }) => {
    const { lines } = (await leadDossier(ops, id, now))?.trail ?? { lines: [] };
    const edit = { do: "reword", key: lines[0]?.key ?? "", text: "Asked for a demo" } as const;
    expect(await editTrail(ops, { leadId: id, edit }, now)).toMatchObject({ ok: true });
    expect(await undoTrailEdit(ops, { leadId: id, version: 1 }, now)).toMatchObject({ ok: true });
  },
  "many are flagged and the flag is taken back": async ({ id, ops }) => {
    const flagged = await flagLeads(ops, { leadIds: [id], text: "Met at the fair" }, now);
    expect(flagged).toMatchObject({ ok: true });
    const [row] = await db.select().from(note).where(eq(note.leadId, id)).orderBy(desc(note.at));
    await unflagLeads(ops, { noteIds: [row?.id ?? ""] }, now);
  },
  "what is doubtful in many is settled and undone": async ({ id, ops }) => {
    const leadIds = [id];
    await settleDoubts(ops, { leadIds, counts: true }, now);
    const all = await db.select().from(activity).where(eq(activity.leadId, id));
    await undoDoubts(ops, { leadIds, activityIds: all.map((one) => one.id) }, now);
  },
  "a time of grace has ended": async ({ id }) => {
    await bySql(sql`update lead set grace_ends_at = ${now.toISOString()} where id = ${id}`);
    await routeDue(job, now);
  },
  "a rep without a handoff of it decides and takes it back": async ({ id, rep }) => {
    await reject(rep, { handoffId: id, reason: "no_need" }, now);
    await takeBack(rep, { handoffId: id }, now);
  },
  "SQL says that it is routed": ({ id }) =>
    bySql(sql`update lead set status = 'routed' where id = ${id}`),
  "SQL says that nothing is missing": ({ id }) =>
    bySql(sql`update lead set status = 'routed', missing = '{}', contact_basics = 'complete',
      company_intelligence = 'complete' where id = ${id}`),
  "SQL borrows the handoff of another": ({ id }) =>
    bySql(sql`update lead set status = 'routed', handoff_id = (select id from handoff limit 1)
      where id = ${id}`),
  "SQL writes a handoff": ({ id, rep }) =>
    bySql(sql`insert into handoff (lead_id, owner_id, routed_at, standard_version, contact_basics,
        company_intelligence, behavioral_trail, scoring_context, handoff_metadata, name,
        company_name, job_title, trigger, triggered_at, captured_at, snapshot)
      select ${id}, ${rep.id}, now(), 1, 'complete', 'complete', 'complete', 'complete', 'complete',
        'Ingrid', 'Nordlys', 'VP', 'x', now(), now(), jsonb_build_object('fields',
          (select jsonb_object_agg(field_id, jsonb_build_object('value', value, 'verified', true))
           from lead_field where lead_id = ${id} and prevails))`),
};

describe("G.3 no way leads to a rep around the gate", () => {
  for (const [way, go] of Object.entries(WAYS)) {
    it.each(GAPS)(`where ${way}, and $what`, async (gap) => {
      const held = await onTheBrink(gap);
      const answer = await go(held);
      if (answer instanceof Response) expect([200, 201, 202, 409]).toContain(answer.status);
      expect(await standing(held.id)).toEqual({ status: "pending_enrichment", handoffs: 0 });
      // The control: nothing else was in the way.
      const value = gap.mend || held.email;
      const mended = await fillField(
        held.ops,
        { leadId: held.id, fieldId: gap.field, value },
        new Date(now.getTime() + 60_000),
      );
      expect(mended).toMatchObject({ ok: true });
      expect(await standing(held.id)).toEqual({ status: "routed", handoffs: 1 });
    });
  }
});
