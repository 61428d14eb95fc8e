import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { aChannel, aRoutedLead, chooses, deliveriesAbout } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { testDatabase } from "@/db/testing/database";
import { type Double, FAULTS } from "@/e2e/doubles/double";
import { SLACK_FAULTS, SLACK_PATH, startSlack } from "@/e2e/doubles/slack";
import { mailAccount, SMTP_FAULTS, startSmtp } from "@/e2e/doubles/smtp";
import { startTeams, TEAMS_FAULTS, TEAMS_PATH, TEAMS_QUERY } from "@/e2e/doubles/teams";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import type { ChannelId } from "../channels/channel";
import { deliver } from "./commands";

const { owner } = testDatabase();
const job = systemActor("job", "Tests");
// A Wednesday noon in Oslo.
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

const [mail, slack, teams] = await Promise.all([startSmtp(), startSlack(), startTeams()]);
afterAll(() => Promise.all([mail.close(), slack.close(), teams.close()]));

let rep: Viewer;
let ops: Viewer;
let admin: Viewer;
beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
});
beforeEach(async () => {
  await owner.delete(enrichmentHealth);
  for (const told of [mail.mails, slack.asked, teams.asked]) told.length = 0;
});

/** Tells the rep of one lead by a channel, as often as it is due until it is settled. */
async function toldBy(system: ChannelId, given: Parameters<typeof aChannel>[2]) {
  const connectionId = await aChannel(admin, system, given, now);
  await chooses(rep, ["new_lead"], [connectionId], now);
  const leadId = await aRoutedLead(ops, now);
  const theOne = async () => {
    const [one] = await deliveriesAbout(leadId);
    if (!one) throw new Error("Nobody is told.");
    return one;
  };
  return {
    theOne,
    send: async (at: Date) => deliver(job, system, (await theOne()).id, () => at),
  };
}

const webhook = (double: Double, path: string) => ({
  secrets: { webhookUrl: double.address + path },
});
const ROOMS = {
  slack: { double: slack, given: webhook(slack, SLACK_PATH) },
  teams: { double: teams, given: webhook(teams, TEAMS_PATH + TEAMS_QUERY) },
};

describe("a notice that was taken, though the answer says otherwise", () => {
  it.each([
    ["an error", SMTP_FAULTS["a fault after it took it"], "Cannot take it at the moment (451)."],
    ["silence", SMTP_FAULTS["silence after it took it"], "Did not answer within its time limit."],
  ] as const)(
    "by a mail server that answers with %s: the mail is sent once more under the same Message-ID, by which mailboxes know it again",
    async (_, fault, words) => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      if (fault.code === 0)
        vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => timeout(ms / 20));
      const { theOne, send } = await toldBy("smtp", mailAccount(mail.server));
      mail.fail(fault);
      await send(later(5));
      vi.restoreAllMocks();
      mail.fail(null);
      const { dueAt, ...waiting } = await theOne();
      expect(waiting).toMatchObject({ state: "waiting", words });
      await send(dueAt);
      await send(later(7_200));
      expect(await theOne()).toMatchObject({ state: "sent" });
      const ids = mail.mails.map(({ raw }) => /^Message-ID: (<.+>)/im.exec(raw)?.[1]);
      expect(ids).toHaveLength(2);
      expect(new Set(ids).size).toBe(1);
    },
  );

  it.each([
    ["slack", "an error", SLACK_FAULTS["a fault of its own"]],
    ["slack", "half an answer", { ...FAULTS["half a body"], body: "ok" }],
    ["teams", "an error", TEAMS_FAULTS["a fault of its own"]],
    ["teams", "no word", FAULTS["no word"]],
  ] as const)(
    "by %s, which answers with %s: a room reads the same words twice at most, as neither knows what it had",
    async (system, _, reply) => {
      const { double, given } = ROOMS[system];
      const { theOne, send } = await toldBy(system, given);
      double.doThenAnswer(reply);
      await send(later(5));
      double.doThenAnswer(null);
      const { dueAt, ...waiting } = await theOne();
      expect(waiting).toMatchObject({
        state: "waiting",
        words: expect.stringMatching(/^[A-Z].*\.$/),
      });
      await send(dueAt);
      await send(later(7_200));
      expect(await theOne()).toMatchObject({ state: "sent" });
      const [first, second, ...more] = double.asked.map(({ body }) => body);
      expect(second).toEqual(first);
      expect(more).toEqual([]);
    },
  );

  it.each([
    ["slack", SLACK_FAULTS["too many at once"], 30],
    ["teams", TEAMS_FAULTS["too many at once"], 20],
  ] as const)(
    "by %s, which takes too many at once: it is left alone as long as it says",
    async (system, reply, seconds) => {
      const { double, given } = ROOMS[system];
      const { theOne, send } = await toldBy(system, given);
      double.fail(reply);
      await send(later(5));
      double.fail(null);
      const { dueAt, words } = await theOne();
      expect(words).toMatch(/429/);
      expect(dueAt.getTime()).toBeGreaterThanOrEqual(later(5 + seconds).getTime());
      double.asked.length = 0;
      await send(later(5 + seconds - 2));
      expect(double.asked).toEqual([]);
      await send(dueAt);
      expect(await theOne()).toMatchObject({ state: "sent" });
      expect(double.asked).toHaveLength(1);
    },
  );
});
