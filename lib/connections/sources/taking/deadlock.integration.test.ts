import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { leadOf, valueOfLead } from "@/db/factories/read-back";
import { isOutage } from "@/db/outage";
import { connection } from "@/db/schema/connection";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { untilWaiting } from "@/db/testing/waiting";
import { aContact, connected, hubspotDesk, OBJECTS } from "@/e2e/doubles/hubspot-desk";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { rerouteLead } from "@/lib/gate/rerouting/commands";
import { claimStream } from "../commands";
import { hubspot as system } from "../hubspot/hubspot";
import { later, READER, readAll } from "../testing/reading";
import { takePage } from "./commands";

const { db, transaction } = testDatabase();
const desk = hubspotDesk();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");

const lockLead = (id: string) => sql`select 1 from lead where id = ${id} for update`;

describe("two transactions that hold what the other one wants", () => {
  let ops: Viewer;
  beforeAll(async () => {
    ops = await aPerson("marketing_ops");
  });

  it("are possible where one routes a lead and then locks another that is being routed: one gives way whole, and goes through again", async () => {
    const rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
    const [one, other] = [await aRoutedLead(ops, now), await aRoutedLead(ops, now)];
    await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
    const again = { notTo: [rep.id], because: "Nobody answered." };
    const routeOther = () => transaction((tx) => rerouteLead(tx, job, other, again, now));
    let second: Promise<unknown> = Promise.resolve();
    const first = transaction(async (tx) => {
      await rerouteLead(tx, job, one, again, now);
      second = routeOther();
      second.catch(() => {});
      await untilWaiting(1);
      await tx.execute(lockLead(other));
    });
    const ended = await Promise.allSettled([first, first.catch(() => {}).then(() => second)]);
    const failures = ended.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ cause: { code: "40P01" } });
    expect(isOutage(failures[0])).toBe(true);
    const handoffs = async (id: string) =>
      (await db.select().from(handoff).where(eq(handoff.leadId, id))).length;
    const lost = ended[0].status === "rejected" ? one : other;
    expect(await handoffs(lost)).toBe(1);
    await transaction((tx) => rerouteLead(tx, job, lost, again, now));
    for (const id of [one, other]) expect(await handoffs(id)).toBe(2);
  });

  it("do not stop a page that was read: it is taken in at the next try, whole and once", async () => {
    const contact = aContact(desk);
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    const leadId = (await leadOf(contact.email))?.id ?? "";
    const at = later(6);
    const claimed = await claimStream(READER, id, at);
    if (!claimed) throw new Error("Nothing was claimed.");
    const said = { email: contact.email, jobTitle: "Chair" };
    const page = {
      records: [{ id: contact.id, changedAt: at, lead: said }],
      ...{ activities: [], refused: [], passedOver: 0 },
      ...{ position: claimed.position ?? {}, more: false, until: null },
    };
    let taking: Promise<boolean> = Promise.resolve(false);
    await transaction(async (tx) => {
      await tx.execute(lockLead(leadId));
      taking = takePage(READER, system, claimed, page, at);
      taking.catch(() => {});
      await untilWaiting(1);
      await tx.select().from(connection).where(eq(connection.id, id)).for("update");
      await tx.update(lead).set({ updatedAt: at }).where(eq(lead.id, leadId));
    });
    expect(await taking).toBe(true);
    expect(await valueOfLead(contact.email, "C1.2")).toBe("Chair");
  });
});
