import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { HUBSPOT_FAULTS, type Hubspot, hubspotCrmGiven, startHubspot } from "@/e2e/doubles/hubspot";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { rerouteLead } from "@/lib/gate/rerouting/commands";
import { removeConnection } from "../../commands";
import { sendOutgoing } from "../../outbox/sending/commands";
import { replaceSecrets } from "../../proof/commands";
import { readCrms } from "../reading/commands";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let hubspot: Hubspot;
let admin: Viewer;
let rep: Viewer;
let connectionId: string;

beforeAll(async () => {
  admin = await aPerson("admin");
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  hubspot = await startHubspot();
  hubspot.account.now = now;
  await owner.delete(enrichmentHealth);
  connectionId = await aCrm(admin, "hubspot_crm", hubspotCrmGiven(hubspot.address), now);
  return async () => {
    await removeConnection(admin, { connectionId }, now);
    await hubspot.close();
  };
});

const routed = async () => aRoutedLead(await aPerson("marketing_ops"), now);
const send = (at: Date) => sendOutgoing(job, connectionId, () => at);
const rows = (leadId: string) => outgoingOf(leadId, connectionId);
const once = (leadId: string) => {
  const { contacts, notes } = hubspot.account;
  expect(contacts.filter(({ properties }) => properties.baton_id === leadId)).toHaveLength(1);
  expect(notes).toHaveLength(1);
};

describe("K.5 on HubSpot's bad days a handoff waits and is not lost", () => {
  it.each([
    ["its token has expired", HUBSPOT_FAULTS["an expired token"], "unauthorised"],
    ["it is being moved", HUBSPOT_FAULTS["a migration"], "rate_limited"],
  ] as const)(
    "where %s: it waits, says so, and goes out once that is over",
    async (_, reply, cause) => {
      const leadId = await routed();
      hubspot.fail(reply);
      await send(later(1));
      expect(await rows(leadId)).toMatchObject([{ state: "waiting", cause }]);
      hubspot.fail(null);
      const { secrets } = hubspotCrmGiven(hubspot.address);
      expect(await replaceSecrets(admin, { connectionId, secrets }, later(60))).toMatchObject({
        ok: true,
      });
      await send(later(90_000));
      once(leadId);
    },
  );
});

it("K.3 an owner that HubSpot's search tells from before ours is nobody's change", async () => {
  const other = await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
  for (const [id, { name, email }] of [rep, other].entries())
    hubspot.account.owners.push({ id: String(id + 1), email, firstName: name, lastName: "" });
  const leadId = await routed();
  await send(later(1));
  hubspot.searchStandsStill(true);
  const given = { notTo: [rep.id], because: "Nobody answered." };
  await transaction((tx) => rerouteLead(tx, job, leadId, given, later(300)));
  await send(later(301));
  hubspot.account.now = later(303);
  await readCrms(job, () => later(303));
  const [row] = await db
    .select({ ownerId: handoff.ownerId })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(eq(lead.id, leadId));
  expect(row?.ownerId).toBe(other.id);
});
