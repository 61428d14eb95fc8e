import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aChannel, aRoutedLead, chooses, deliveriesAbout } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { notice, noticeDelivery } from "@/db/schema/notice";
import { escalation } from "@/db/schema/sla";
import { testDatabase } from "@/db/testing/database";
import { mailAccount } from "@/e2e/doubles/smtp";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { removeConnection } from "@/lib/connections/commands";
import type { Channel, LadderStep } from "../settings";
import { changeSla } from "../versions/commands";
import { slaAt } from "../versions/queries";
import { escalate } from "./commands";

const { db } = testDatabase();
const SLA = systemActor("job", "SLA");
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let admin: Viewer;
let ops: Viewer;
let managers: Viewer[];
let mailId: string;
let slackId: string;
beforeAll(async () => {
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  managers = [await aPerson("manager"), await aPerson("manager")];
  await aPerson("rep");
  mailId = await aChannel(admin, "smtp", mailAccount("127.0.0.1:1"), now);
  const secrets = { webhookUrl: "https://hooks.slack.com/services/T0/B0/secret" };
  slackId = await aChannel(admin, "slack", { secrets }, now);
});

async function setLadder(ladder: LadderStep[], at = now) {
  const { version, settings } = await slaAt(at);
  return changeSla(
    admin,
    { basedOn: version, settings: { ...settings, ladder }, reason: "Louder" },
    at,
  );
}

const tell = (minutes: number, channel: Channel): LadderStep => ({
  action: "tell_manager",
  minutes,
  channel,
});

describe("Q.2 a step of the ladder, by its channel", { timeout: 60_000 }, () => {
  it("tells each by mail and a room once, though nobody has chosen it, and each step anew", async () => {
    const set = await setLadder([tell(5, "smtp"), tell(10, "slack"), tell(15, "app")]);
    expect(set).toMatchObject({ ok: true });
    const leadId = await aRoutedLead(ops, now);
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
    const handoffId = given?.id ?? "";
    expect(await escalate(SLA, handoffId, later(30))).toBe(3);
    const systems = (await deliveriesAbout(leadId)).map(({ system }) => system);
    expect(systems.toSorted()).toEqual(["slack", "smtp", "smtp"]);
    const steps = await db.select().from(escalation).where(eq(escalation.handoffId, handoffId));
    expect(steps.toSorted((a, b) => a.step - b.step).map(({ told }) => told)).toEqual([2, 2, null]);
  });

  it("tells in the one room that it names, and in all of its kind where that is gone", async () => {
    const url = "https://hooks.slack.com/services/T0/B1/secret";
    const id = await aChannel(admin, "slack", { secrets: { webhookUrl: url } }, now);
    const named = { ...tell(5, "slack"), room: { id, name: "EMEA leads" } };
    expect(await setLadder([named])).toMatchObject({ ok: true });
    const told = async () => {
      const leadId = await aRoutedLead(ops, now);
      const [given] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
      await escalate(SLA, given?.id ?? "", later(12));
      return db
        .select({ by: noticeDelivery.connectionId })
        .from(noticeDelivery)
        .innerJoin(notice, eq(notice.id, noticeDelivery.noticeId))
        .where(eq(notice.leadId, leadId));
    };
    expect(await told()).toEqual([{ by: id }]);
    await removeConnection(admin, { connectionId: id }, now);
    expect(await told()).toEqual([{ by: slackId }]);
    expect(await setLadder([{ ...named, minutes: 6 }])).toMatchObject({
      field: "settings.ladder.0.channel",
    });
  });

  it("tells twice by what people chose, where two steps say so", async () => {
    await setLadder([tell(5, "notices"), tell(10, "notices")]);
    await chooses(managers[0] as Viewer, ["escalation"], [mailId], now);
    const leadId = await aRoutedLead(ops, now);
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
    await escalate(SLA, given?.id ?? "", later(12));
    await escalate(SLA, given?.id ?? "", later(17));
    expect(await deliveriesAbout(leadId)).toHaveLength(2);
  });

  it("is refused at its step where nothing of the kind is connected", async () => {
    expect(await setLadder([tell(5, "smtp"), tell(6, "teams")])).toEqual({
      ok: false,
      reason: "Nothing is connected for this.",
      field: "settings.ladder.1.channel",
    });
    await removeConnection(admin, { connectionId: mailId }, now);
    expect(await setLadder([tell(5, "smtp")])).toMatchObject({ ok: false });
  });
});
