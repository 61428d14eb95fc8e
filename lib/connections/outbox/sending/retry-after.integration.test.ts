import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { testDatabase } from "@/db/testing/database";
import { json } from "@/e2e/doubles/double";
import { type Hubspot, hubspotCrmGiven, startHubspot } from "@/e2e/doubles/hubspot";
import { systemActor } from "@/lib/access/viewer";
import { sendOutgoing } from "./commands";

const { owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const WISH = 7_200;
let hubspot: Hubspot;
beforeAll(async () => {
  hubspot = await startHubspot();
  hubspot.account.now = now;
});
afterAll(() => hubspot.close());

describe("K.5 a system that wants to be left alone for hours", () => {
  it("is, whatever else waits for it, and is told after that", async () => {
    const [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
    await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
    await owner.delete(enrichmentHealth);
    const id = await aCrm(admin, "hubspot_crm", hubspotCrmGiven(hubspot.address), now);
    const lead = await aRoutedLead(ops, now);
    const busy = { status: "error", category: "RATE_LIMITS" };
    hubspot.fail(json(429, busy, { "retry-after": String(WISH) }));
    await sendOutgoing(job, id, () => later(1));
    const asked = hubspot.asked.length;
    hubspot.fail(null);
    await aRoutedLead(ops, later(60));
    for (const at of [70, 1_900, WISH - 60]) await sendOutgoing(job, id, () => later(at));
    expect(hubspot.asked.length).toBe(asked);
    await sendOutgoing(job, id, () => later(2 * WISH));
    expect(await outgoingOf(lead, id)).toMatchObject([{ state: "sent" }]);
  });
});
