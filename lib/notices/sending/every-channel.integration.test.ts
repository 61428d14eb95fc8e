import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { aChannel, aRoutedLead, chooses, deliveriesAbout } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { testDatabase } from "@/db/testing/database";
import { type Double, FAULTS, type Reply } from "@/e2e/doubles/double";
import { SLACK_FAULTS, SLACK_PATH, startSlack } from "@/e2e/doubles/slack";
import { mailAccount, SMTP_FAULTS, startSmtp } from "@/e2e/doubles/smtp";
import { startTeams, TEAMS_FAULTS, TEAMS_PATH, TEAMS_QUERY } from "@/e2e/doubles/teams";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import type { ChannelId } from "../channels/channel";
import { retryDelivery } from "../deliveries/commands";
import { stuckDeliveries } from "../deliveries/queries";
import { deliver } from "./commands";

const { owner } = testDatabase();
const job = systemActor("job", "Tests");
// A Wednesday noon in Oslo.
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

type Fault = "silence" | "no word" | "a fault of its own" | "a limit" | "a revoked access";
/** A way to people, played: what goes wrong with it by name, and what it took, or was asked in vain. */
type Played = {
  given: Parameters<typeof aChannel>[2];
  fail(fault: Fault | null): void;
  took: unknown[];
};

const [mail, slack, teams] = await Promise.all([startSmtp(), startSlack(), startTeams()]);
afterAll(() => Promise.all([mail.close(), slack.close(), teams.close()]));

const webhook = (double: Double, path: string, revoked: Reply): Played => {
  const own = { "a limit": { status: 429, body: "" }, "a revoked access": revoked };
  return {
    given: { secrets: { webhookUrl: double.address + path } },
    fail: (fault) => double.fail(fault && { ...FAULTS, ...own }[fault]),
    took: double.asked,
  };
};

const PLAYED: Record<ChannelId, Played> = {
  smtp: {
    given: mailAccount(mail.server),
    fail: (fault) =>
      mail.fail(
        fault &&
          {
            ...SMTP_FAULTS,
            "no word": { at: "sender", code: 421 } as const,
            "a fault of its own": SMTP_FAULTS["a full disk"],
            "a limit": SMTP_FAULTS.greylisting,
            "a revoked access": SMTP_FAULTS["a wrong password"],
          }[fault],
      ),
    took: mail.mails,
  },
  slack: webhook(slack, SLACK_PATH, SLACK_FAULTS["a webhook that was removed"]),
  teams: webhook(teams, TEAMS_PATH + TEAMS_QUERY, TEAMS_FAULTS["a wrong signature"]),
};

let rep: Viewer;
let ops: Viewer;
let admin: Viewer;
beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
});

describe.each(["smtp", "slack", "teams"] as const)("a notice on the bad days of %s", (system) => {
  const played = PLAYED[system];
  let connectionId: string;
  let leadId: string;
  beforeAll(async () => {
    connectionId = await aChannel(admin, system, played.given, now);
  });
  beforeEach(async () => {
    await owner.delete(enrichmentHealth);
    await chooses(rep, ["new_lead"], [connectionId], now);
    leadId = await aRoutedLead(ops, now);
  });
  async function theOne() {
    const [one] = await deliveriesAbout(leadId);
    if (!one) throw new Error("Nobody is told.");
    return one;
  }
  const send = async (at: Date) => deliver(job, system, (await theOne()).id, () => at);

  it.each(["silence", "no word", "a fault of its own", "a limit"] as const)(
    "waits and says why where it answers with %s, and is told once that is over",
    async (fault) => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      if (fault === "silence")
        vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => timeout(ms / 20));
      played.fail(fault);
      await send(later(5));
      vi.restoreAllMocks();
      played.fail(null);
      played.took.length = 0;
      const { state, words, dueAt } = await theOne();
      expect({ state, words }).toEqual({
        state: "waiting",
        words: expect.stringMatching(/^[A-Z].*\.$/),
      });
      await send(dueAt);
      expect(await theOne()).toMatchObject({ state: "sent" });
      expect(played.took).toHaveLength(1);
    },
  );

  it("is listed where its access was revoked, and told once that is mended and somebody retries", async () => {
    played.fail("a revoked access");
    await send(later(5));
    played.fail(null);
    played.took.length = 0;
    const { id, words } = await theOne();
    const stuck = await stuckDeliveries(admin, later(10), 10);
    expect(stuck).toMatchObject([{ id, person: rep.name, words }]);
    await retryDelivery(admin, { deliveryId: id }, later(60));
    await Promise.all([send(later(61)), send(later(61))]);
    expect(played.took).toHaveLength(1);
    expect(await stuckDeliveries(admin, later(70), 10)).toEqual([]);
  });
});

it.each([
  [
    "was not taken by Slack where a proxy's page comes in its place",
    "slack",
    FAULTS["a proxy's page"],
    "waiting",
  ],
  [
    "was not taken by Teams where a proxy's page comes in its place",
    "teams",
    FAULTS["a proxy's page"],
    "waiting",
  ],
  [
    "was taken by Teams once its status says so, though its answer breaks off",
    "teams",
    { status: 202, body: "{", half: true },
    "sent",
  ],
] as const)("a notice %s", async (_, system, reply, state) => {
  await owner.delete(enrichmentHealth);
  const double = system === "slack" ? slack : teams;
  const connectionId = await aChannel(admin, system, PLAYED[system].given, now);
  await chooses(rep, ["new_lead"], [connectionId], now);
  const leadId = await aRoutedLead(ops, now);
  const [one] = await deliveriesAbout(leadId);
  double.fail(reply);
  await deliver(job, system, one?.id ?? "", () => later(5));
  double.fail(null);
  expect(await deliveriesAbout(leadId)).toMatchObject([{ state }]);
});
