import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { history } from "@/db/schema/history";
import { person } from "@/db/schema/person";
import { standardDraft, standardSignature, standardVersion } from "@/db/schema/standard";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { standardAt } from "@/lib/gate/queries";
import { DAY } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";
import type { Requirement } from "@/lib/standard/standard";
import { discardDraft, saveDraft, signDraft, startDraft } from "./commands";
import type { DraftInput } from "./input";
import { openDraft, standardVersions } from "./queries";
import type { Draft } from "./view";

const { db, owner } = testDatabase();
// The database itself looks at its clock, so that nobody can sign for the past.
const now = new Date();
const soon = new Date(now.getTime() + 60_000);

let ops: Viewer;
let manager: Viewer;

beforeEach(async () => {
  ops = await aPerson("marketing_ops");
  manager = await aPerson("manager");
  await db.update(standardDraft).set({ state: "discarded" });
});

async function theDraft(): Promise<Draft> {
  const found = await openDraft(ops);
  if (!found) throw new Error("No draft is open.");
  return found;
}

/** A new draft, with one requirement changed to something no version said before. */
async function drafted(change: Partial<DraftInput> = {}): Promise<Draft> {
  await startDraft(ops, now);
  const draft = await theDraft();
  const outcome = await saveDraft(ops, inputOf(draft, change), now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return theDraft();
}

function inputOf(draft: Draft, change: Partial<DraftInput> = {}): DraftInput {
  const { id: draftId, revision, gates, requirements, graceMinutes } = draft;
  const owned = { ...requirements["C3.1"], owner: `Team ${crypto.randomUUID()}` };
  return {
    ...{ draftId, revision, gates: [...gates], graceMinutes, effectiveOn: null, reason: "" },
    requirements: { ...requirements, "C3.1": owned },
    ...change,
  };
}

const of = ({ id: draftId, revision }: Draft) => ({ draftId, revision });
const latest = async () => (await standardVersions(ops))[0];

describe("D.2 a version takes effect when marketing and sales have signed it", () => {
  it("is published by the second signature, with who signed and why", async () => {
    const draft = await drafted({ reason: "Revenue is known for listed firms only." });
    const before = await latest();
    expect(await signDraft(ops, of(draft), now)).toEqual({ ok: true, value: { published: null } });
    expect((await latest())?.version).toBe(before?.version);
    const signed = await signDraft(manager, of(draft), now);
    const version = (before?.version ?? 0) + 1;
    expect(signed).toEqual({ ok: true, value: { published: version } });
    expect(await latest()).toMatchObject({
      version,
      signers: { marketing: ops.name, sales: manager.name },
      reason: "Revenue is known for listed firms only.",
      requirements: draft.requirements,
    });
    expect(await openDraft(ops)).toBeNull();
    expect((await standardAt(now)).version).toBe(before?.version);
    expect((await standardAt(soon)).version).toBe(version);
  });

  it("takes effect on its day, and not before", async () => {
    const inForce = (await standardAt(soon)).version;
    const day = new Date(now.getTime() + 20 * DAY).toISOString().slice(0, 10);
    const draft = await drafted({ effectiveOn: day });
    await signDraft(manager, of(draft), now);
    await signDraft(ops, of(draft), now);
    expect((await standardAt(soon)).version).toBe(inForce);
    const after = new Date(now.getTime() + 22 * DAY);
    expect((await standardAt(after)).version).toBe((await latest())?.version);
    await startDraft(ops, now);
    const next = await theDraft();
    expect(await saveDraft(ops, inputOf(next), now)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("yet to take effect"),
    });
    const sound = inputOf(next, {
      effectiveOn: new Date(now.getTime() + 40 * DAY).toISOString().slice(0, 10),
    });
    expect(await saveDraft(ops, sound, now)).toMatchObject({ ok: true });
    await expect(owner.delete(standardVersion)).rejects.toThrow();
  });
});

/** Days after every version that the tests of this file published. */
const far = new Date(now.getTime() + 60 * DAY).toISOString().slice(0, 10);

describe("D.2 a signature", () => {
  it("counts for the revision it was given to, and for no later one", async () => {
    const draft = await drafted({ effectiveOn: far });
    await signDraft(ops, of(draft), now);
    expect((await theDraft()).signatures).toHaveLength(1);
    await saveDraft(ops, inputOf(draft, { effectiveOn: far }), now);
    expect((await theDraft()).signatures).toEqual([]);
    expect(await signDraft(manager, of(draft), now)).toMatchObject({
      ok: false,
      field: "revision",
    });
  });

  it("is given once for each side, by those whose side it is", async () => {
    const draft = await drafted({ effectiveOn: far });
    await signDraft(ops, of(draft), now);
    const other = await aPerson("marketing_ops");
    expect(await signDraft(other, of(draft), now)).toMatchObject({ ok: false });
    for (const role of ["rep", "admin"] as const) {
      await expect(signDraft(await aPerson(role), of(draft), now)).rejects.toThrow(NotAllowed);
    }
  });

  it("is not given for both sides by one person who changed sides", async () => {
    const draft = await drafted({ effectiveOn: far });
    await signDraft(ops, of(draft), now);
    const promoted = { ...ops, role: "manager" } as Viewer;
    await db.update(person).set({ role: "manager" }).where(eq(person.id, ops.id));
    expect(await signDraft(promoted, of(draft), now)).toMatchObject({ ok: false });
  });

  it("does not count when its person has left", async () => {
    const draft = await drafted({ effectiveOn: far });
    await signDraft(ops, of(draft), now);
    await db.update(person).set({ active: false }).where(eq(person.id, ops.id));
    expect(await signDraft(manager, of(draft), now)).toEqual({
      ok: true,
      value: { published: null },
    });
  });

  it("is refused for a draft that says what is in force", async () => {
    await startDraft(ops, now);
    const draft = await theDraft();
    expect(await signDraft(ops, of(draft), now)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("the same as version"),
    });
  });

  it("is refused when the day has passed", async () => {
    const draft = await drafted({ effectiveOn: far });
    const late = new Date(now.getTime() + 90 * DAY);
    expect(await signDraft(ops, of(draft), late)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("has passed"),
    });
  });
});

describe("D.1 a draft", () => {
  it("is one at a time", async () => {
    expect(await startDraft(ops, now)).toMatchObject({ ok: true });
    expect(await startDraft(manager, now)).toMatchObject({ ok: false });
  });

  it("is not saved over what somebody else saved meanwhile", async () => {
    await startDraft(ops, now);
    const draft = await theDraft();
    await saveDraft(manager, inputOf(draft, { effectiveOn: far }), now);
    const stale = await saveDraft(ops, inputOf(draft, { effectiveOn: far }), now);
    expect(stale).toMatchObject({ ok: false, field: "revision" });
    expect(stale).toMatchObject({ reason: expect.stringContaining(manager.name) });
  });

  it("G.4 may gate on more than the first two categories, and on no less", async () => {
    const gates = ["contactBasics", "companyIntelligence", "scoringContext"] as const;
    const draft = await drafted({ effectiveOn: far, gates: [...gates] });
    expect(draft.gates).toEqual(gates);
    const less = inputOf(draft, { effectiveOn: far, gates: ["contactBasics"] });
    expect(await saveDraft(ops, less, now)).toMatchObject({ ok: false });
  });

  it("is written by marketing ops, managers and admins", async () => {
    const rep = await aPerson("rep");
    await expect(startDraft(rep, now)).rejects.toThrow(NotAllowed);
    await expect(openDraft(rep)).rejects.toThrow(NotAllowed);
    expect(await standardVersions(rep)).not.toEqual([]);
  });

  it("is discarded with its history kept", async () => {
    const draft = await drafted({ effectiveOn: far });
    expect(await discardDraft(manager, of(draft), now)).toMatchObject({ ok: true });
    expect(await saveDraft(ops, inputOf(draft), now)).toMatchObject({ ok: false });
    const told = await db
      .select({ verb: history.verb })
      .from(history)
      .where(and(eq(history.subject, "standard"), eq(history.subjectId, draft.id)));
    expect(told.map(({ verb }) => verb)).toEqual(["began", "saved", "discarded"]);
  });
});

describe("G.3 the application's role cannot make a version by itself", () => {
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => "accepted",
      (error: Error) => String((error.cause as { constraint_name?: string })?.constraint_name),
    );
  const publish = ({ id, revision }: Draft) =>
    db.execute(sql`select baton_publish_standard(${id}, ${revision})`);
  const signedBy = (draft: Draft, side: "marketing" | "sales", { id: personId }: Viewer) =>
    db
      .insert(standardSignature)
      .values({ draftId: draft.id, revision: draft.revision, side, personId, at: now });

  it("without two signatures of the right people", async () => {
    const draft = await drafted({ effectiveOn: far });
    expect(await refusal(publish(draft))).toBe("standard_signed");
    await signedBy(draft, "marketing", ops);
    await signedBy(draft, "sales", await aPerson("rep"));
    expect(await refusal(publish(draft))).toBe("standard_signed");
    expect(await refusal(publish({ ...draft, revision: 99 }))).toBe("standard_draft_changed");
  });

  const emptied = (draft: Draft): Partial<typeof standardDraft.$inferInsert>[] => {
    const { "C1.1": _, ...others } = draft.requirements;
    const optional = Object.fromEntries(
      Object.entries(draft.requirements).map(([id, one]) => [id, { ...one, level: "optional" }]),
    ) as Record<FieldId, Requirement>;
    return [
      { gates: ["contactBasics"] },
      { requirements: others as Record<FieldId, Requirement> },
      { requirements: optional },
      { effectiveFrom: new Date(now.getTime() - DAY) },
      { effectiveFrom: new Date("2000-01-01T00:00:00Z") },
    ];
  };

  it("of a draft that is no standard, or that is for the past", async () => {
    const draft = await drafted({ effectiveOn: far });
    await signedBy(draft, "marketing", ops);
    await signedBy(draft, "sales", manager);
    const refusals: string[] = [];
    for (const change of emptied(draft)) {
      const { gates, requirements, effectiveFrom } = draft;
      await db
        .update(standardDraft)
        .set({ gates: [...gates], requirements, effectiveFrom, ...change })
        .where(eq(standardDraft.id, draft.id));
      refusals.push(await refusal(publish(draft)));
    }
    expect(refusals).toEqual([
      "standard_always_gate",
      "standard_requirements",
      "standard_empty_gate",
      "standard_effective_from",
      "standard_effective_from",
    ]);
  });
});
