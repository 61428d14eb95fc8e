import { randomUUID } from "node:crypto";
import { afterEach, beforeEach } from "vitest";
import { aPerson } from "@/db/factories/people";
import { addConnection } from "@/lib/connections/commands";
import { MARKETO_CLIENT, type MarketoDouble, startMarketo } from "./marketo";

export const WEBHOOK_SECRET = "a-secret-of-marketo";

type Desk = { double: MarketoDouble };

/** A Marketo of each test's own, since the pace allows a hundred questions at a time. */
export function marketoDesk(): Desk {
  const desk = {} as Desk;
  beforeEach(async () => {
    desk.double = await startMarketo();
  });
  afterEach(() => desk.double.close());
  return desk;
}

/** Connects it, and answers the connection's id. */
export async function connected({ double }: Desk, settings: Record<string, string> = {}) {
  const { clientId, clientSecret } = MARKETO_CLIENT;
  const given = {
    ...{ system: "marketo", name: `Marketo ${randomUUID()}` },
    settings: { address: double.address, clientId, ...settings },
    secrets: { clientSecret, webhookSecret: WEBHOOK_SECRET },
  };
  const outcome = await addConnection(await aPerson("admin"), given, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

let last = 0;
/** A lead of it, with an address of its own. */
export function aLead({ double }: Desk, more: object = {}) {
  last += 1;
  const email = `ase.${randomUUID()}@nordlys.example`;
  const one = { id: last, email, title: "Head of Operations", updatedAt: new Date().toISOString() };
  double.leads.push({ ...one, ...more });
  return one;
}

/** Something that a lead did a minute ago. */
export const activityOf = (leadId: number, activityTypeId: number, more: object = {}) => ({
  ...{ marketoGUID: randomUUID(), leadId, activityTypeId, attributes: [] },
  ...{ activityDate: new Date(Date.now() - 60_000).toISOString(), ...more },
});
