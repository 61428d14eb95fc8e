import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aChannel, aRoutedLead, chooses, deliveriesAbout } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { noticeDelivery } from "@/db/schema/notice";
import { testDatabase } from "@/db/testing/database";
import { FAULTS } from "@/e2e/doubles/double";
import { SLACK_FAULTS, SLACK_PATH, startSlack } from "@/e2e/doubles/slack";
import { mailAccount, mailWords, SMTP_FAULTS, startSmtp } from "@/e2e/doubles/smtp";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { logAttempt } from "@/lib/handoff/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import type { ChannelId } from "../channels/channel";
import { retryDelivery } from "../deliveries/commands";
import { stuckDeliveries } from "../deliveries/queries";
import { deliver, forgetNotices } from "./commands";
import { MOST_TRIES } from "./retry";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const mail = await startSmtp();
const slack = await startSlack();
// A Wednesday noon in Oslo.
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let rep: Viewer;
let ops: Viewer;
let admin: Viewer;
let mailId: string;
let slackId: string;

beforeAll(async () => {
  const nordics = { territory: ["NO"], territoryName: "Nordics", timeZone: "Europe/Oslo" };
  rep = await aPerson("rep", nordics);
  ops = await aPerson("marketing_ops");
  admin = await aPerson("admin");
  mailId = await aChannel(admin, "smtp", mailAccount(mail.server), now);
  const webhookUrl = slack.address + SLACK_PATH;
  slackId = await aChannel(admin, "slack", { secrets: { webhookUrl } }, now);
});
beforeEach(async () => {
  mail.fail(null);
  slack.fail(null);
  mail.mails.length = 0;
  slack.asked.length = 0;
  await owner.delete(enrichmentHealth);
  await chooses(rep, ["new_lead"], [mailId], now);
});
afterAll(() => Promise.all([mail.close(), slack.close()]));

async function theOne(leadId: string, system: ChannelId = "smtp") {
  const found = (await deliveriesAbout(leadId)).find((one) => one.system === system);
  if (!found) throw new Error("There is no such delivery.");
  return found;
}
const send = async (leadId: string, at: Date, system: ChannelId = "smtp") =>
  deliver(job, system, (await theOne(leadId, system)).id, () => at);

describe("a notice on its way", () => {
  it("arrives with who, why and the way there, once, however often its job runs", async () => {
    const leadId = await aRoutedLead(ops, now);
    await send(leadId, later(5));
    await send(leadId, later(5));
    expect(mail.mails).toHaveLength(1);
    const words = mailWords(mail.mails[0] ?? { from: "", to: [], raw: "" });
    expect(words).toContain("New lead: Ingrid Solberg, Nordlys Logistics");
    expect(words).toContain(`/leads/${leadId}`);
    expect(words).not.toContain("406 12 345");
    expect(await theOne(leadId)).toMatchObject({ state: "sent", tries: 1 });
  });

  it("is sent by one where two take it at the same instant", async () => {
    const leadId = await aRoutedLead(ops, now);
    const ends = await Promise.all([send(leadId, later(5)), send(leadId, later(5))]);
    expect(mail.mails).toHaveLength(1);
    expect(ends.toSorted().at(-1)).toBe("done");
  });

  it("is taken over from a sender that died, once its claim has run out", async () => {
    const leadId = await aRoutedLead(ops, now);
    const { id } = await theOne(leadId);
    await db
      .update(noticeDelivery)
      .set({ claimedUntil: later(45) })
      .where(eq(noticeDelivery.id, id));
    expect(await send(leadId, later(10))).toBe("busy");
    expect(mail.mails).toHaveLength(0);
    expect(await send(leadId, later(46))).toBe("done");
    expect(mail.mails).toHaveLength(1);
  });

  it("goes each way that was chosen, and only those", async () => {
    await chooses(rep, ["new_lead"], [mailId, slackId], now);
    const leadId = await aRoutedLead(ops, now);
    const ways = (await deliveriesAbout(leadId)).map(({ system }) => system);
    expect(ways.toSorted()).toEqual(["slack", "smtp"]);
    await chooses(rep, ["warning"], [mailId], now);
    expect(await deliveriesAbout(await aRoutedLead(ops, now))).toEqual([]);
    await chooses(rep, ["new_lead"], [mailId], now, { off: true });
    expect(await deliveriesAbout(await aRoutedLead(ops, now))).toEqual([]);
  });
});

describe("a notice that fails", () => {
  it("is tried again later and later, at most so often, and is then shown", async () => {
    mail.fail(SMTP_FAULTS.greylisting);
    const leadId = await aRoutedLead(ops, now);
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const { dueAt } = await theOne(leadId);
      await send(leadId, dueAt);
      expect((await theOne(leadId)).tries).toBe(tries);
    }
    const { id, state, words } = await theOne(leadId);
    expect({ state, words }).toEqual({
      state: "failed",
      words: "Wants to be asked again later (451).",
    });
    await send(leadId, later(50_000));
    expect((await theOne(leadId)).tries).toBe(MOST_TRIES);
    const stuck = await stuckDeliveries(admin, later(60), 10);
    expect(stuck.find((one) => one.id === id)).toMatchObject({ person: rep.name, words });
  });

  it("is handed in again with the job for its next try", async () => {
    mail.fail(SMTP_FAULTS.greylisting);
    const leadId = await aRoutedLead(ops, now);
    await send(leadId, later(5));
    const { id, dueAt } = await theOne(leadId);
    expect(dueAt).toEqual(later(15));
    const jobs = await owner.execute<{ at: string }>(
      sql`select start_after as at from pgboss.job where data ->> 'deliveryId' = ${id}`,
    );
    expect([...jobs].map(({ at }) => new Date(at).getTime())).toContain(dueAt.getTime());
  });

  it("is given up at once where trying again cannot help, and goes out when somebody retries", async () => {
    slack.fail(SLACK_FAULTS["an archived channel"]);
    await chooses(rep, ["new_lead"], [slackId], now);
    const leadId = await aRoutedLead(ops, now);
    await send(leadId, later(5), "slack");
    const failed = await theOne(leadId, "slack");
    expect(failed).toMatchObject({ state: "failed", tries: 1 });
    expect(failed.words).toContain("The channel is archived");

    slack.fail(null);
    slack.asked.length = 0;
    const input = { deliveryId: failed.id };
    await expect(retryDelivery(rep, input, later(60))).rejects.toThrow("connect systems");
    expect(await retryDelivery(admin, input, later(60))).toEqual({ ok: true, value: undefined });
    await send(leadId, later(61), "slack");
    expect(slack.asked).toHaveLength(1);
    expect(await retryDelivery(admin, input, later(70))).toMatchObject({ ok: false });
  });

  it("is left for as long as the other side wishes, with everything else that goes there", async () => {
    slack.fail(SLACK_FAULTS["too many at once"]);
    await chooses(rep, ["new_lead"], [slackId], now);
    const [one, other] = [await aRoutedLead(ops, now), await aRoutedLead(ops, now)];
    await send(one, later(5), "slack");
    slack.fail(null);
    await send(other, later(6), "slack");
    expect(slack.asked).toHaveLength(1);
    expect(await theOne(other, "slack")).toMatchObject({ state: "waiting", tries: 0 });
    const { dueAt } = await theOne(one, "slack");
    await send(one, dueAt, "slack");
    expect(slack.asked).toHaveLength(2);
  });

  it("trips nobody else: what hangs in one channel is not waited for in the other", async () => {
    slack.fail(FAULTS["a fault of its own"]);
    await chooses(rep, ["new_lead"], [mailId, slackId], now);
    const leadId = await aRoutedLead(ops, now);
    await Promise.all([send(leadId, later(5), "slack"), send(leadId, later(5))]);
    expect(await theOne(leadId)).toMatchObject({ state: "sent" });
    expect(await theOne(leadId, "slack")).toMatchObject({ state: "waiting", tries: 1 });
  });
});

describe("a notice that is no longer true", () => {
  it("is not sent once the rep has tried to reach the lead", async () => {
    mail.fail(SMTP_FAULTS.greylisting);
    const leadId = await aRoutedLead(ops, now);
    await send(leadId, later(5));
    const view = await handoffOfLead(rep, leadId);
    const attempt = { handoffId: view?.id ?? "", kind: "call", result: "reached" } as const;
    expect((await logAttempt(rep, attempt, later(30))).ok).toBe(true);
    mail.fail(null);
    await send(leadId, later(40));
    expect(mail.mails).toHaveLength(0);
    expect(await theOne(leadId)).toMatchObject({ state: "dropped", tries: 1 });
  });

  it("waits while its person is quiet meanwhile", async () => {
    const leadId = await aRoutedLead(ops, now);
    await chooses(rep, ["new_lead"], [mailId], now, { quietFrom: 12 * 60, quietUntil: 13 * 60 });
    await send(leadId, later(5));
    expect(await theOne(leadId)).toMatchObject({
      state: "waiting",
      words: "Waits for the end of quiet hours.",
    });
    expect(mail.mails).toHaveLength(0);
  });

  it("is forgotten after ninety days, with its deliveries", async () => {
    const leadId = await aRoutedLead(ops, now);
    expect(await forgetNotices(job, new Date("2026-08-01T00:00:00Z"))).toBe(0);
    expect(await forgetNotices(job, new Date("2026-10-01T00:00:00Z"))).toBeGreaterThan(0);
    expect(await deliveriesAbout(leadId)).toEqual([]);
  });
});
