import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { aPerson } from "@/db/factories/people";
import { addConnection } from "@/lib/connections/commands";
import {
  aMauticContact,
  MAUTIC_CLIENT,
  MAUTIC_USER,
  type MauticDouble,
  startMautic,
} from "./mautic";
import { MAUTIC_SECRET } from "./webhook-senders";

type Desk = { mautic: MauticDouble };

/** A Mautic of a test file's own, empty and well before each test. */
export function mauticDesk(): Desk {
  const desk = {} as Desk;
  beforeAll(async () => {
    desk.mautic = await startMautic();
  });
  beforeEach(() => {
    const { mautic } = desk;
    for (const list of [mautic.contacts, mautic.events, mautic.log, mautic.hits]) list.length = 0;
    mautic.deny.clear();
    mautic.pageOf(1_000);
    mautic.clockIsOff(0);
  });
  afterAll(() => desk.mautic.close());
  return desk;
}

/** Connects it, to be read back, and answers who did and the connection's id. */
export async function connected({ mautic }: Desk, settings: Record<string, string> = {}) {
  const { clientId, clientSecret } = MAUTIC_CLIENT;
  const admin = await aPerson("admin");
  const given = {
    ...{ system: "mautic", name: `Mautic ${randomUUID()}` },
    settings: { address: mautic.address, clientId, user: MAUTIC_USER.user, ...settings },
    secrets: { secret: MAUTIC_SECRET, clientSecret, password: MAUTIC_USER.password },
  };
  const outcome = await addConnection(admin, given, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return { admin, id: outcome.value.id };
}

let last = 0;
/** A contact of it, with an address of its own, as old as that. */
export function aContact({ mautic }: Desk, ago = 60_000) {
  last += 1;
  const email = `ase.${randomUUID()}@nordlys.example`;
  const one = aMauticContact(last, email, new Date(Date.now() - ago));
  mautic.contacts.push(one);
  return { email, one };
}

/** A time as Mautic writes it. */
export const mauticStamp = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}+00:00`;

/** A page that a contact viewed, as its timeline has it. */
export const hitOf = (contactId: number, path: string, timestamp: string) => ({
  ...{ event: "page.hit", contactId: String(contactId), timestamp },
  eventLabel: { label: "Pricing", href: "/s/pages/view/8" },
  details: { hit: { url: `https://nordlys.example${path}`, dateHit: timestamp } },
});
