import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { aCrm, aLeadToGoOut, outgoingOf } from "@/db/factories/crms";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { testDatabase } from "@/db/testing/database";
import { PLAYED_CRMS, PLAYED_TARGETS, type PlayedCrm, type PlayedTarget } from "@/e2e/doubles/crms";
import { FAULTS } from "@/e2e/doubles/double";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { addNote } from "@/lib/handoff/commands";
import { removeConnection } from "../../commands";
import { CRM_IDS } from "../../crm/crm";
import { replaceSecrets } from "../../proof/commands";
import { sendAnew } from "../listing/commands";
import { retryOutgoing } from "../standing/commands";
import { stuckOutgoing } from "../standing/queries";
import { sendOutgoing } from "./commands";

const { owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const HOUR_SECONDS = 3_600;
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  await owner.delete(enrichmentHealth);
});

const routed = () => aLeadToGoOut(ops, now);

/** Connects a system that is played here, until the test is over. */
async function connected<T extends PlayedTarget>(system: string, target: T) {
  target.at(now);
  const connectionId = await aCrm(admin, system, target.given, now);
  return {
    target,
    connectionId,
    send(seconds: number) {
      target.at(later(seconds));
      return sendOutgoing(job, connectionId, () => later(seconds));
    },
    async row(leadId: string) {
      const [first] = await outgoingOf(leadId, connectionId);
      if (!first) throw new Error("Nothing goes out.");
      return first;
    },
    async end() {
      await removeConnection(admin, { connectionId }, now);
      await target.close();
    },
  };
}
type Connected<T extends PlayedTarget> = Awaited<ReturnType<typeof connected<T>>>;
const ONCE = { records: 1, notes: 1 };
const SYSTEMS = [...CRM_IDS, "rest_hook"] as const;

describe.each(SYSTEMS)(
  "K.5 on the bad days of %s nothing is lost and nothing doubled",
  (system) => {
    let at: Connected<PlayedTarget>;
    beforeEach(async () => {
      at = await connected(system, await PLAYED_TARGETS[system]([rep]));
      return () => at.end();
    });

    it.each(["a fault of its own", "half a body", "a proxy's page", "no word", "silence"] as const)(
      "where it answers with %s after it did the work",
      async (fault) => {
        const leadId = await routed();
        const timeout = AbortSignal.timeout.bind(AbortSignal);
        const impatient = vi
          .spyOn(AbortSignal, "timeout")
          .mockImplementation((ms) => timeout(ms / 10));
        for (const [index, on] of (["the record", "the note"] as const).entries()) {
          at.target.answersAfterwards({ on, reply: FAULTS[fault] });
          await at.send(1 + index * HOUR_SECONDS);
        }
        impatient.mockRestore();
        at.target.answersAfterwards(null);
        // The status alone says that a hook's target has taken it.
        const isTaken = system === "rest_hook" && /half|page/.test(fault);
        const { state, words } = await at.row(leadId);
        expect(state).toBe(isTaken ? "sent" : "waiting");
        expect(words).toMatch(/^[A-Z].*\.$/);
        await at.send(3 * HOUR_SECONDS);
        expect(at.target.has(leadId)).toEqual(ONCE);
        expect(await at.row(leadId)).toMatchObject({ state: "sent" });
      },
    );

    it("where it wants to be left alone for as long as it says, it is", async () => {
      const leadId = await routed();
      const reply = at.target.faults["a wish"];
      at.target.fail(reply);
      await at.send(1);
      const until = 1 + Number(reply.headers?.["retry-after"]);
      const row = await at.row(leadId);
      expect(row).toMatchObject({ state: "waiting", cause: "rate_limited" });
      expect(row.dueAt.getTime()).toBeGreaterThanOrEqual(later(until).getTime());
      at.target.fail(null);
      const asked = at.target.asked.length;
      const other = await routed();
      await at.send(until - 1);
      expect(at.target.asked).toHaveLength(asked);
      await at.send(until + HOUR_SECONDS);
      for (const one of [leadId, other]) expect(at.target.has(one)).toEqual(ONCE);
    });

    it.each([
      ["a limit", "rate_limited"],
      ["a revoked access", "unauthorised"],
    ] as const)("where it answers with %s, which says not for how long", async (fault, cause) => {
      const leadId = await routed();
      at.target.fail(at.target.faults[fault]);
      await at.send(1);
      expect(await at.row(leadId)).toMatchObject({ state: "waiting", cause });
      at.target.fail(null);
      const { secrets } = at.target.given;
      if (cause === "unauthorised" && system !== "rest_hook")
        await replaceSecrets(admin, { connectionId: at.connectionId, secrets }, later(60));
      await at.send(cause === "unauthorised" && system !== "rest_hook" ? 61 : 2 * HOUR_SECONDS);
      expect(at.target.has(leadId)).toEqual(ONCE);
    });

    it("where it is down for a week: it is given up, and told late and out of order, and no other waits for it", async () => {
      const same = await connected(system, await PLAYED_TARGETS[system]([rep]));
      const leadId = await routed();
      at.target.fail(FAULTS["no word"]);
      for (let hours = 0; hours <= 6 * 24; hours += 12) await at.send(1 + hours * HOUR_SECONDS);
      await same.send(1);
      expect(same.target.has(leadId)).toEqual(ONCE);
      await same.end();
      const row = await at.row(leadId);
      expect(row).toMatchObject({ state: "failed", cause: "unreachable" });
      expect(await stuckOutgoing(ops, [system], 20)).toMatchObject([
        { leadId, state: "failed", words: expect.stringMatching(/^Could not be reached/) },
      ]);
      at.target.fail(null);
      await addNote(ops, { leadId, kind: "note", text: "She is back." }, later(150 * HOUR_SECONDS));
      await at.send(151 * HOUR_SECONDS);
      expect(at.target.has(leadId)).toEqual(ONCE);
      await retryOutgoing(ops, { outgoingId: row.id }, later(168 * HOUR_SECONDS));
      await at.send(168 * HOUR_SECONDS);
      expect(at.target.has(leadId)).toEqual({ records: 1, notes: 2 });
      expect(await stuckOutgoing(ops, [system], 20)).toEqual([]);
    });

    it("where two senders are at it in one instant, and it is sent again after a week", async () => {
      const leadId = await routed();
      await Promise.all([at.send(1), at.send(1)]);
      expect(at.target.has(leadId)).toEqual(ONCE);
      const { id: eventId } = await at.row(leadId);
      await sendAnew(ops, { connectionId: at.connectionId, eventId }, later(168 * HOUR_SECONDS));
      await at.send(168 * HOUR_SECONDS);
      expect(at.target.has(leadId)).toEqual(ONCE);
      expect(await at.row(leadId)).toMatchObject({ state: "sent", tries: 1 });
    });
  },
);

describe.each(CRM_IDS)("K.5 on the bad days of %s as a CRM", (system) => {
  let at: Connected<PlayedCrm>;
  beforeEach(async () => {
    at = await connected(system, await PLAYED_CRMS[system]([rep]));
    return () => at.end();
  });

  it("where a scope was revoked: it waits, names that, and goes out once it is given again", async () => {
    const leadId = await routed();
    at.target.mayWrite(false);
    await at.send(1);
    expect(await at.row(leadId)).toMatchObject({
      ...{ state: "waiting", cause: "unauthorised", words: expect.stringContaining("scope") },
    });
    at.target.mayWrite(true);
    await at.send(2 * HOUR_SECONDS);
    expect(at.target.has(leadId)).toEqual(ONCE);
  });

  it("where the field for our id was deleted: it waits, says so, and goes out once that is there again", async () => {
    await routed();
    await at.send(1);
    at.target.keepsOurId(false);
    const leadId = await routed();
    await at.send(100);
    expect(await at.row(leadId)).toMatchObject({
      state: "waiting",
      words: expect.stringMatching(/baton/i),
    });
    at.target.keepsOurId(true);
    await at.send(2 * HOUR_SECONDS);
    expect(at.target.has(leadId)).toEqual(ONCE);
  });

  it("where its limit comes amid several leads: what it took is done, and the rest waits as it says", async () => {
    const leads = [await routed(), await routed()];
    const reply = at.target.faults["a wish"];
    at.target.failAfter({ on: /notes$|Task\//, answered: system === "salesforce" ? 0 : 1, reply });
    await at.send(1);
    at.target.failAfter(null);
    const asked = at.target.asked.length;
    leads.push(await routed());
    await at.send(20);
    expect(at.target.asked).toHaveLength(asked);
    await at.send(2 * HOUR_SECONDS);
    for (const one of leads) expect(at.target.has(one)).toEqual(ONCE);
  });
});
