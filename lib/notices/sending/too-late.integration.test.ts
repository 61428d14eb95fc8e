import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aChannel, aRoutedLead, chooses, deliveriesAbout } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { lead } from "@/db/schema/lead";
import { notice } from "@/db/schema/notice";
import { testDatabase } from "@/db/testing/database";
import { FAULTS } from "@/e2e/doubles/double";
import { SLACK_PATH, startSlack } from "@/e2e/doubles/slack";
import { mailAccount, mailWords, startSmtp } from "@/e2e/doubles/smtp";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { followOwner } from "@/lib/gate/elsewhere/following/commands";
import { escalate } from "@/lib/sla/escalation/commands";
import { daysOfNotices, stuckDeliveries } from "../deliveries/queries";
import { deliver } from "./commands";

const { db, transaction } = testDatabase();
const job = systemActor("job", "Tests");
const mail = await startSmtp();
const slack = await startSlack();
afterAll(() => Promise.all([mail.close(), slack.close()]));
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let rep: Viewer;
let ops: Viewer;
let admin: Viewer;
let manager: Viewer;
let mailId: string;
let slackId: string;
beforeAll(async () => {
  rep = await aPerson("rep");
  ops = await aPerson("marketing_ops");
  admin = await aPerson("admin");
  manager = await aPerson("manager");
  mailId = await aChannel(admin, "smtp", mailAccount(mail.server), now);
  const secrets = { webhookUrl: slack.address + SLACK_PATH };
  slackId = await aChannel(admin, "slack", { secrets }, now);
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
});

async function handoffIdOf(leadId: string): Promise<string> {
  const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
  return row?.handoffId ?? "";
}

describe("a notice that could not be sent in time", { timeout: 60_000 }, () => {
  it("is on the list of what failed, each that the other side kept back", async () => {
    await chooses(rep, ["new_lead"], [slackId], now);
    slack.fail(FAULTS["a fault of its own"]);
    const leadIds: string[] = [];
    for (let count = 0; count < 5; count += 1) leadIds.push(await aRoutedLead(ops, now));
    const end = 24 * 60 + 15;
    // Slack answers 500 for a day; each delivery goes when its job is due.
    for (let minute = 0; minute <= end; minute += 5) {
      for (const leadId of leadIds) {
        const [one] = await deliveriesAbout(leadId);
        if (one?.state === "waiting" && one.dueAt <= later(minute))
          await deliver(job, "slack", one.id, () => later(minute));
      }
    }
    slack.fail(null);
    expect(await stuckDeliveries(admin, later(end), 20)).toHaveLength(5);
    expect((await daysOfNotices(admin, later(end))).get(slackId)?.failed).toBe(5);
  });

  it("tells managers of a lead that was missed while no server ran, and who has it since", async () => {
    await chooses(rep, [], [], now);
    await chooses(manager, ["escalation"], [mailId], now);
    const leadId = await aRoutedLead(ops, now);
    const handoffId = await handoffIdOf(leadId);
    const other = await aPerson("rep");
    await escalate(job, handoffId, later(45));
    const [told] = await deliveriesAbout(leadId);
    await deliver(job, "smtp", told?.id ?? "", () => later(45.1));
    expect(await deliveriesAbout(leadId)).toMatchObject([{ kind: "escalation", state: "sent" }]);
    expect(mailWords(mail.mails.at(-1) ?? { from: "", to: [], raw: "" })).toContain(
      `With ${rep.name} until now, then given to ${other.name}`,
    );
  });
});

it("a rep whose lead a person gave to another in the CRM is told, as they chose", async () => {
  await chooses(rep, ["rerouted_away"], [mailId], now);
  const leadId = await aRoutedLead(ops, later(100));
  const handoffId = await handoffIdOf(leadId);
  const other = await aPerson("rep");
  const crm = systemActor("connection", "Salesforce");
  const email = other.email;
  await transaction((tx) => followOwner(tx, crm, { leadId, email }, later(101)));
  const rows = await db.select().from(notice).where(eq(notice.handoffId, handoffId));
  expect(rows.map(({ kind }) => kind)).toContain("rerouted_away");
});
