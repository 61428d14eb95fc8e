import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll } from "vitest";
import { aPerson } from "@/db/factories/people";
import type { Viewer } from "@/lib/access/viewer";
import { addConnection } from "@/lib/connections/commands";
import { HUBSPOT_SECRET, HUBSPOT_TOKEN, type Hubspot, startHubspot } from "./hubspot";
import type { HubspotContact } from "./hubspot-account";

/** Contacts and companies only. */
export const OBJECTS = { leaveOut: "forms, emails, pages" };

type Desk = { hubspot: Hubspot; admin: Viewer };

/** A HubSpot of a test file's own, empty before each test, and somebody who connects it. */
export function hubspotDesk(): Desk {
  const desk = {} as Desk;
  beforeAll(async () => {
    desk.hubspot = await startHubspot();
    desk.admin = await aPerson("admin");
  });
  afterAll(() => desk.hubspot.close());
  afterEach(() => {
    desk.hubspot.fail(null);
    desk.hubspot.clockIsOff(0);
    desk.hubspot.account.revoked.clear();
    desk.hubspot.account.refused.clear();
    desk.hubspot.account.closedForms.clear();
    desk.hubspot.account.showsTimesAs = null;
    for (const kind of ["contacts", "companies", "forms", "emails", "pages"] as const)
      desk.hubspot.account[kind].length = 0;
  });
  return desk;
}

/** Connects it, and answers the connection's id. */
export async function connected({ admin, hubspot }: Desk, settings: Record<string, string> = {}) {
  const given = {
    ...{ system: "hubspot", name: `HubSpot ${randomUUID()}` },
    settings: { address: hubspot.address, ...settings },
    secrets: { accessToken: HUBSPOT_TOKEN, clientSecret: HUBSPOT_SECRET },
  };
  const outcome = await addConnection(admin, given, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

/** A contact's properties, changed a minute ago. */
export const inNordlys = (more: Record<string, string> = {}) => ({
  ...{ firstname: "Åse", lastname: "Berg", jobtitle: "Head of Operations" },
  ...{ lastmodifieddate: new Date(Date.now() - 60_000).toISOString(), ...more },
});

let last = 1_000;
/** A contact of the account, with an address of its own. */
export function aContact({ hubspot }: Desk, more: Record<string, string> = {}) {
  last += 1;
  const email = `ase.${randomUUID()}@nordlys.example`;
  const one: HubspotContact = { id: String(last), properties: inNordlys({ email, ...more }) };
  hubspot.account.contacts.push(one);
  return { ...one, email };
}
