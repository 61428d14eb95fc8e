import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { type Double, json, startDouble } from "@/e2e/doubles/double";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { removeConnection } from "../commands";
import { sendAnew } from "../outbox/listing/commands";
import { outgoingOne, outgoingPage, writingConnection } from "../outbox/listing/queries";
import { sendOutgoing } from "../outbox/sending/commands";
import { whyEnded } from "./ended-hook";
import { endedHook } from "./queries";
import { newHookSecret } from "./signed";

testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let target: Double;
/** The lead of whom the target takes nothing. */
let unwanted: string | null;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let connectionId: string;

beforeAll(async () => {
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  unwanted = null;
  target = await startDouble(({ body }) => {
    const { data } = body as { data: { leadId: string } };
    return json(data.leadId === unwanted ? 422 : 200, {});
  });
  const settings = { address: `${target.address}/hook` };
  const secrets = { signingSecret: newHookSecret() };
  connectionId = await aCrm(admin, "rest_hook", { settings, secrets }, now);
  return () => target.close();
});

const send = (at: Date) => sendOutgoing(job, connectionId, () => at);

describe("a REST hook that ended", () => {
  it("can be looked at, with what arrived, what did not and why, and not sent again", async () => {
    const [taken, refused] = [await aRoutedLead(ops, now), await aRoutedLead(ops, later(1))];
    unwanted = refused;
    await send(later(2));
    await send(later(3_600));
    const waiting = await aRoutedLead(ops, later(3_601));
    expect(await endedHook(ops, connectionId)).toBeNull();
    await removeConnection(admin, { connectionId }, later(3_602));
    expect(await writingConnection(ops, connectionId)).toBeNull();
    const ended = await endedHook(ops, connectionId);
    expect(ended).toMatchObject({ endedAt: later(3_602), because: null, by: admin.name });
    expect(ended && whyEnded(ended)).toBe(`${admin.name} removed it.`);
    const { rows: told } = await outgoingPage(ops, connectionId, {}, { limit: 50 });
    expect(told).toMatchObject([
      { leadId: waiting, state: "dropped", words: "The connection was removed." },
      {
        ...{ leadId: refused, state: "dropped", tries: 1 },
        words: expect.stringMatching(/422.*\. The connection was removed\.$/),
      },
      { leadId: taken, state: "sent", words: "It was taken." },
    ]);
    const eventId = told.at(-1)?.id ?? "";
    const one = await outgoingOne(ops, connectionId, eventId, later(3_603));
    expect(JSON.parse(one?.payload ?? "null")).toEqual(target.asked[0]?.body);
    expect(await sendAnew(ops, { connectionId, eventId }, later(3_604))).toMatchObject({
      ok: false,
    });
  });

  it("is found as ended only by who may see it, and nothing else is", async () => {
    const crmId = await aCrm(
      admin,
      "pipedrive",
      { settings: { address: target.address }, secrets: { apiToken: "a-token-of-the-tests" } },
      now,
    );
    for (const id of [crmId, connectionId])
      await removeConnection(admin, { connectionId: id }, now);
    expect(await endedHook(ops, connectionId)).toMatchObject({ id: connectionId });
    for (const id of [crmId, randomUUID(), "1'--"]) expect(await endedHook(ops, id)).toBeNull();
    await expect(endedHook(rep, connectionId)).rejects.toThrow("see connections");
  });
});
