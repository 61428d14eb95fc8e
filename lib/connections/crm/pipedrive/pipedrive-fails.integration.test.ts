import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { outcome } from "@/db/schema/outcome";
import { testDatabase } from "@/db/testing/database";
import {
  ID_OF_LEADS,
  PIPEDRIVE_FAULTS,
  type Pipedrive,
  pipedriveGiven,
  startPipedrive,
} from "@/e2e/doubles/pipedrive";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { removeConnection } from "../../commands";
import { sendOutgoing } from "../../outbox/sending/commands";
import { goingOf } from "../../outbox/sending/going";
import { toTell } from "../../outbox/sending/queries";
import { readCrms } from "../reading/commands";
import { pipedrive as pipedriveSystem } from "./pipedrive";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let pipedrive: Pipedrive;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let connectionId: string;

beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  pipedrive = await startPipedrive();
  const { name, email } = rep;
  pipedrive.company.users.push({ id: 1, name, email, active_flag: true });
  await owner.delete(enrichmentHealth);
  connectionId = await aCrm(admin, "pipedrive", pipedriveGiven(pipedrive.address), now);
  return async () => {
    await removeConnection(admin, { connectionId }, now);
    await pipedrive.close();
  };
});

const routed = () => aRoutedLead(ops, now);
const send = (at: Date) => sendOutgoing(job, connectionId, () => at);
const rows = (leadId: string) => outgoingOf(leadId, connectionId);
const leadsOf = (leadId: string) =>
  pipedrive.company.leads.filter((row) => row[ID_OF_LEADS] === leadId);
const once = (leadId: string) => {
  expect(pipedrive.company.persons).toHaveLength(1);
  expect(leadsOf(leadId)).toHaveLength(1);
  const [{ id } = { id: "" }] = leadsOf(leadId);
  expect(pipedrive.company.notes.filter((note) => note.lead_id === id)).toHaveLength(1);
};

/** What goes out of a lead now. */
async function goingNow(leadId: string) {
  const told = await toTell(
    job,
    (await rows(leadId)).map(({ id }) => id),
  );
  const [row] = told;
  if (!row) throw new Error("Nothing goes out.");
  return goingOf(row, [], "http://localhost", now);
}
const read = (at: Date) => {
  pipedrive.at(at);
  return readCrms(job, () => at);
};

describe("K.5 while a lead goes out to Pipedrive", () => {
  it.each([/persons/, /leads/, /notes/])(
    "where the token may not write %s any more it waits, names that, and goes out once it may",
    async (on) => {
      const leadId = await routed();
      pipedrive.forbid([{ on, writes: true }]);
      await send(later(1));
      expect(await rows(leadId)).toMatchObject([
        { state: "waiting", cause: "unauthorised", words: expect.stringContaining("scope") },
      ]);
      pipedrive.forbid([]);
      await send(later(7_200));
      once(leadId);
      expect(await rows(leadId)).toMatchObject([{ state: "sent" }]);
    },
  );

  it.each([/persons/, /leads/, /notes/])(
    "where it is silent after it did the work on %s: it waits, and is written once",
    async (on) => {
      const leadId = await routed();
      const asked = await goingNow(leadId);
      const write = (again: boolean, signal: AbortSignal) =>
        pipedriveSystem
          .open(pipedriveGiven(pipedrive.address))
          .write([{ ...asked, again }], signal);
      pipedrive.searchStandsStill(true);
      pipedrive.afterTheWork({ on, reply: PIPEDRIVE_FAULTS.silence });
      const silent = await write(false, AbortSignal.timeout(1_500));
      expect(silent).toMatchObject([{ not: { answer: "failed", cause: "time_limit" } }]);
      expect(silent).not.toMatchObject([{ not: { final: true } }]);
      pipedrive.afterTheWork(null);
      await write(true, AbortSignal.timeout(20_000));
      once(leadId);
    },
  );
});

describe("K.5 while Pipedrive is read back", () => {
  it("loses nothing while it is down, and goes on where a reading was cut in the middle", async () => {
    const leadId = await routed();
    await send(later(1));
    pipedrive.company.leads.length = 0;
    const common = { owner_id: 1, status: "won", stage_id: 5, add_time: later(95).toISOString() };
    for (let id = 1; id <= 150; id += 1)
      pipedrive.company.deals.push({
        ...{ ...common, id, custom_fields: id === 1 ? { [ID_OF_LEADS]: leadId } : {} },
        ...{ won_time: later(100).toISOString(), update_time: later(100 + id).toISOString() },
      });
    const dealOf = async () =>
      (await db.select().from(outcome).where(eq(outcome.leadId, leadId)))[0] ?? null;
    pipedrive.fail(PIPEDRIVE_FAULTS["a fault of its own"]);
    await read(later(300));
    pipedrive.fail(null);
    // The first page comes, and has the later changed of the deals; the second does not.
    pipedrive.failAfter({ on: /deals/, answered: 1, reply: PIPEDRIVE_FAULTS["half a body"] });
    await read(later(4_000));
    expect(await dealOf()).toBeNull();
    pipedrive.failAfter(null);
    const before = pipedrive.asked.length;
    await read(later(8_000));
    expect(await dealOf()).toMatchObject({ wonAt: later(100), detail: { deal: "1" } });
    const pages = pipedrive.asked.slice(before).filter(({ path }) => path === "/api/v2/deals");
    expect(pages).toHaveLength(1);
    expect(pages[0]?.query.get("cursor")).toBe("100");
  });
});
