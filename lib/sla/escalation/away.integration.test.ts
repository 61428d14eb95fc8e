import { beforeAll, describe, expect, it } from "vitest";
import { sinceWords } from "@/components/handoff/words/since";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { readAnswers } from "@/lib/audit/answers/queries";
import { release } from "@/lib/gate/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { noteAbsence } from "../hours/commands";
import { sweep } from "./commands";

testDatabase();
const SLA = systemActor("job", "SLA");
/** A Wednesday. */
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let rep: Viewer;
let other: Viewer;
let ops: Viewer;
let manager: Viewer;

beforeAll(async () => {
  ops = await aPerson("marketing_ops");
  manager = await aPerson("manager");
  rep = await aPerson("rep", { territory: ["NO"] });
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
});

async function given(at: Date) {
  const leadId = await aLead(at);
  await document(ops, leadId, at);
  await release(ops, { leadId }, at);
  return { leadId, handoffId: (await handoffOfLead(rep, leadId))?.id ?? "" };
}
const ownerOf = async (leadId: string) =>
  (await handoffOfLead(manager, leadId))?.snapshot.owner.name;

describe("Q.2 a lead whose rep is away after the routing", () => {
  it("waits over the rest of a day, and goes to another rep where it would wait for longer", async () => {
    const untried = await given(now);
    const tried = await given(now);
    const call = { kind: "call", result: "no_answer" } as const;
    await logAttempt(rep, { handoffId: tried.handoffId, ...call }, later(1));
    const today = { personId: rep.id, first: "2026-06-03", last: "2026-06-03", words: "" };
    await noteAbsence(rep, today, later(2));
    await sweep(SLA, later(3));
    const weeks = { ...today, last: "2026-06-17" };
    await noteAbsence(rep, weeks, later(4));
    // Nobody else is there yet.
    expect(await sweep(SLA, later(5))).toBe(0);
    other = await aPerson("rep");
    expect(await sweep(SLA, later(6))).toBe(1);
    expect(await ownerOf(untried.leadId)).toBe(other.name);
    expect(await ownerOf(tried.leadId)).toBe(rep.name);
    const why = `${rep.name} is away until 18 June.`;
    const next = await handoffOfLead(other, untried.leadId);
    expect(next?.snapshot.routingPath[0]).toBe(why);
    const before = await handoffOfLead(rep, untried.leadId);
    const said = before && sinceWords(before, { reader: manager, now: later(7) });
    expect(said?.map(({ text }) => text)).toContain(`Given to another rep: ${why}`);
    expect(before?.givenOn).toMatchObject({ to: other.name, rerouted: false });
    const { reps } = await readAnswers(manager, now, later(7));
    expect(reps.find(({ owner }) => owner === rep.name)?.rate).toMatchObject({ of: 1, rate: 1 });
    expect(await sweep(SLA, later(7))).toBe(0);
  });
});
