import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { note } from "@/db/schema/note";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { viewerOf } from "@/lib/access/queries";
import { phraseUsage } from "@/lib/audit/phrase-usage/queries";
import { release } from "@/lib/gate/commands";
import { addNote } from "@/lib/handoff/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { addPhrase, changePhrase, retirePhrase } from "./commands";
import { phrases } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const LOST = "Closed-lost {months} months ago";

describe("C5.4 the team's phrases", () => {
  it("begin with three, and are added, reworded and taken out, each once", async () => {
    const ops = await aPerson("marketing_ops");
    const texts = async () => (await phrases(ops)).map(({ text }) => text);
    expect(await texts()).toEqual(["Attended a competitor’s webinar", LOST, "Funding announced"]);
    const text = `Met at {event} ${randomUUID().slice(0, 8)}`;
    const added = await addPhrase(ops, { text }, now);
    if (!added.ok) throw new Error(added.reason);
    expect(await addPhrase(ops, { text: text.toUpperCase() }, now)).toMatchObject({ ok: false });
    const { id: phraseId } = added.value;
    const known = await changePhrase(ops, { phraseId, text: LOST }, now);
    expect(known).toMatchObject({ ok: false, field: "text" });
    await changePhrase(ops, { phraseId, text: `${text}!` }, now);
    expect(await texts()).toContain(`${text}!`);
    expect(await retirePhrase(ops, { phraseId }, now)).toMatchObject({ ok: true });
    expect(await retirePhrase(ops, { phraseId }, now)).toMatchObject({ ok: false });
    expect(await texts()).not.toContain(`${text}!`);
  });

  it("are counted where a flag is made of them, whoever typed it, with what reps decided", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep");
    const leadId = await aLead(now);
    await document(ops, leadId, now);
    await addNote(ops, { leadId, kind: "flag", text: "Closed-lost 8 months ago" }, now);
    await addNote(ops, { leadId, kind: "flag", text: "Words of my own" }, now);
    const rows = await db.select().from(note).where(eq(note.leadId, leadId));
    expect(rows.filter(({ phraseId }) => phraseId !== null)).toHaveLength(1);
    await release(ops, { leadId }, now);
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
    const [owner] = await db
      .select()
      .from(person)
      .where(eq(person.id, given?.ownerId ?? ""));
    const rep = owner && (await viewerOf(owner.id, owner.sessionVersion));
    if (!rep || !given) throw new Error("Nobody has it.");
    await accept(rep, { handoffId: given.id }, now);
    const used = (await phraseUsage(ops)).find(({ text }) => text === LOST);
    expect(used).toMatchObject({ leads: 1, withIt: { accepted: 1, of: 1 } });
    const unused = (await phraseUsage(ops)).find(({ text }) => text === "Funding announced");
    expect(unused).toMatchObject({
      leads: 0,
      withIt: { of: 0 },
      withoutIt: { accepted: 1, of: 1 },
    });
  });

  it("are for those who document leads", async () => {
    const [ops, id] = [await aPerson("admin"), randomUUID()];
    expect(await phrases(ops)).not.toEqual([]);
    for (const role of ["rep", "manager"] as const) {
      const stranger = await aPerson(role);
      const tried = [
        () => phrases(stranger),
        () => phraseUsage(stranger),
        () => addPhrase(stranger, { text: "Any" }, now),
        () => changePhrase(stranger, { phraseId: id, text: "Any" }, now),
        () => retirePhrase(stranger, { phraseId: id }, now),
      ];
      for (const one of tried) await expect(one()).rejects.toThrow(NotAllowed);
    }
  });
});
