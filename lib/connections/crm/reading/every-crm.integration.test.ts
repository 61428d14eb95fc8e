import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { transaction } from "@/db/client";
import { aCrm, aLeadToGoOut } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { PLAYED_CRMS, type PlayedCrm } from "@/e2e/doubles/crms";
import { FAULTS } from "@/e2e/doubles/double";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { rerouteLead } from "@/lib/gate/rerouting/commands";
import { addNote } from "@/lib/handoff/commands";
import { removeConnection } from "../../commands";
import { sendOutgoing } from "../../outbox/sending/commands";
import { connections } from "../../queries";
import { CRM_IDS } from "../crm";
import { readCrms } from "./commands";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let other: Viewer;
beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});

const ownerOf = async (leadId: string) => {
  const [row] = await db
    .select({ ownerId: handoff.ownerId })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(eq(lead.id, leadId));
  return row?.ownerId;
};

/** Where each is asked for the records of leads that changed. */
const LISTS = { salesforce: /\/query/, hubspot_crm: /contacts\/search/, pipedrive: /v1\/leads$/ };

/** What is said where each may not be read. */
const LACKS = {
  salesforce: "The app lacks the scope ‘api’ (Manage user data via APIs).",
  hubspot_crm: "Needs the scope crm.objects.contacts.read.",
  pipedrive: expect.stringContaining("scope"),
};

describe.each(CRM_IDS)("K.5 what %s says of its records", (system) => {
  let crm: PlayedCrm;
  let connectionId: string;
  let leadId: string;
  beforeEach(async () => {
    other ??= await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
    crm = await PLAYED_CRMS[system]([rep, other]);
    crm.at(now);
    await owner.delete(enrichmentHealth);
    connectionId = await aCrm(admin, system, crm.given, now);
    leadId = await aRoutedLead(ops, now);
    await send(1);
    return async () => {
      await removeConnection(admin, { connectionId }, later(9_000));
      await crm.close();
    };
  });
  const send = (seconds: number) => {
    crm.at(later(seconds));
    return sendOutgoing(job, connectionId, () => later(seconds));
  };
  const read = (seconds: number) => {
    crm.at(later(seconds));
    return readCrms(job, () => later(seconds));
  };

  it("while another owner goes out to it is older than that, and gives the lead to nobody", async () => {
    await read(10);
    const held = crm.holdBack(LISTS[system], { alone: true });
    const reading = read(300);
    await held.arrived;
    await transaction((tx) =>
      rerouteLead(tx, job, leadId, { notTo: [rep.id], because: "Nobody answered." }, later(301)),
    );
    await send(302);
    expect(await ownerOf(leadId)).toBe(other.id);
    held.release();
    await reading;
    expect(await ownerOf(leadId)).toBe(other.id);
    await read(310);
    expect(await ownerOf(leadId)).toBe(other.id);
  });

  it("beside one whose field for our id somebody wrote over", async () => {
    const next = await aLeadToGoOut(ops, now);
    await send(2);
    await read(10);
    crm.writesOverId(leadId, "Nordlys", later(50));
    crm.giveTo(next, other.email, later(60));
    await read(300);
    expect(await ownerOf(next)).toBe(other.id);
    expect(await ownerOf(leadId)).toBe(rep.id);
  });

  const handoffs = () => db.select().from(handoff).where(eq(handoff.leadId, leadId));
  /** Its owner is changed there while a reading goes wrong, and read once it goes well. */
  async function followsAfter(wrong: () => Promise<unknown>) {
    await read(10);
    crm.giveTo(leadId, other.email, later(60));
    await wrong();
    expect(await ownerOf(leadId)).toBe(rep.id);
    // The breaker's longest pause is half an hour, and a limit's wish less than two minutes.
    await read(2_000);
    expect(await ownerOf(leadId)).toBe(other.id);
    await read(2_400);
    expect(await handoffs()).toHaveLength(2);
  }
  const told = async () =>
    (await connections(ops, later(1_210))).find(({ id }) => id === connectionId)?.health;

  it.each([
    ["a fault of its own", "broken"],
    ["half a body", "unreadable"],
    ["a proxy's page", "unreadable"],
    ["no word", "unreachable"],
    ["a wish", "rate_limited"],
    ["a limit", "rate_limited"],
    ["a revoked access", "unauthorised"],
  ] as const)(
    "come after it answered with %s, once, and that is told meanwhile",
    async (fault, cause) => {
      const { [fault]: reply } = { ...FAULTS, ...crm.faults };
      await followsAfter(async () => {
        crm.fail(reply);
        for (const seconds of [300, 360, 390]) await read(seconds);
        expect(await told()).toMatchObject({
          lastCause: cause,
          lastWords: expect.stringMatching(/^[A-Z].*\.$/),
        });
        crm.fail(null);
      });
    },
  );

  it("come once it may be read again, and what it may not is told meanwhile", async () => {
    await followsAfter(async () => {
      crm.mayRead(false);
      for (const seconds of [300, 360]) await read(seconds);
      expect(await told()).toMatchObject({ lastCause: "unauthorised", lastWords: LACKS[system] });
      crm.mayRead(true);
    });
  });

  it("come after it was silent, and nothing that goes out waits for that", async () => {
    await followsAfter(async () => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => timeout(ms / 100));
      crm.failAfter({ on: LISTS[system], answered: 0, reply: FAULTS.silence });
      for (const seconds of [300, 600, 900, 1_200]) await read(seconds);
      vi.restoreAllMocks();
      expect(await told()).toMatchObject({ lastCause: "time_limit" });
      crm.failAfter(null);
      await addNote(ops, { leadId, kind: "note", text: "She is back." }, later(1_200));
      await send(1_201);
      expect(crm.has(leadId)).toEqual({ records: 1, notes: 2 });
    });
  });
});
