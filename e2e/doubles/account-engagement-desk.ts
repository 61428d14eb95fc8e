import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { aPerson } from "@/db/factories/people";
import { addConnection } from "@/lib/connections/commands";
import {
  BUSINESS_UNIT,
  type Row,
  startUnit,
  UNIT_APP,
  type UnitDouble,
} from "./account-engagement";

type Desk = { double: UnitDouble };

/** A business unit of a test file's own, empty and well before each test. */
export function unitDesk(): Desk {
  const desk = {} as Desk;
  beforeAll(async () => {
    desk.double = await startUnit();
  });
  beforeEach(() => {
    const { double } = desk;
    double.fail(null);
    for (const rows of [double.prospects, double.activities, double.pages]) rows.length = 0;
    double.deny.clear();
    Object.assign(double.short, { most: 1_000, emptyFirst: false });
    double.scopes("pardot_api refresh_token");
    double.clockIsOff(0);
  });
  afterAll(() => desk.double.close());
  return desk;
}

/** Connects it, and answers who did and the connection's id. */
export async function connected({ double }: Desk, settings: Record<string, string> = {}) {
  const { clientId } = UNIT_APP;
  // Tokens are kept by account: a refresh token of its own makes each connection one.
  const secrets = { clientSecret: UNIT_APP.clientSecret, refreshToken: randomUUID() };
  const { address } = double;
  const admin = await aPerson("admin");
  const given = { businessUnit: BUSINESS_UNIT, clientId, ...settings, address, login: address };
  const outcome = await addConnection(
    admin,
    {
      ...{ system: "account_engagement", name: `Unit ${randomUUID()}`, secrets },
      settings: given,
    },
    new Date(),
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return { admin, id: outcome.value.id };
}

let last = 0;
/** So long ago, in the zone of the API's user, as it tells times. */
export const ago = (seconds: number) =>
  `${new Date(Date.now() - seconds * 1_000 - 7 * 3_600_000).toISOString().slice(0, 19)}-07:00`;
/** A row of its own number. */
export const row = (at: string): Row => {
  last += 1;
  return { id: last, createdAt: at, updatedAt: at };
};
/** A prospect of it, with an address of its own. */
export function aProspect({ double }: Desk, more: object = {}, seconds = 60) {
  const email = `ase.${randomUUID()}@nordlys.example`;
  const one: Row = { ...row(ago(seconds)), email, jobTitle: "Head of Operations", ...more };
  double.prospects.push(one);
  return { email, one };
}
/** Something that a prospect did; null for nobody who is known. */
export function anActivity(
  { double }: Desk,
  prospectId: number | null,
  more: object,
  seconds = 60,
) {
  const one: Row = { ...row(ago(seconds)), prospectId, ...more };
  double.activities.push(one);
  return one;
}
