import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aChannel, aRoutedLead, chooses, deliveriesAbout } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { SLACK_PATH, startSlack } from "@/e2e/doubles/slack";
import { mailAccount, SMTP_FAULTS, startSmtp } from "@/e2e/doubles/smtp";
import type { Viewer } from "@/lib/access/viewer";
import { systemClock } from "@/lib/platform/clock";
import { type RunningJobs, runJobs } from "@/lib/platform/jobs/runner";
import { idleHandlers } from "@/lib/platform/jobs/testing/idle";
import { noticeHandlers } from "./handlers";

testDatabase();
const mail = await startSmtp();
const slack = await startSlack();
let running: RunningJobs;
let ops: Viewer;
let rep: Viewer;

beforeAll(async () => {
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { territory: ["NO"] });
  const admin = await aPerson("admin");
  const mailId = await aChannel(admin, "smtp", mailAccount(mail.server), new Date());
  const secrets = { webhookUrl: slack.address + SLACK_PATH };
  const slackId = await aChannel(admin, "slack", { secrets }, new Date());
  await chooses(rep, ["new_lead"], [mailId, slackId], new Date());
  running = await runJobs({ ...idleHandlers(), ...noticeHandlers(systemClock) });
});
afterAll(async () => {
  await running.stop();
  await Promise.all([mail.close(), slack.close()]);
});

/** Looks again until something is so; the test's own limit ends it. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await after(50);
}

it("routes, and tells by Slack, though the mail server hangs", { timeout: 60_000 }, async () => {
  mail.fail(SMTP_FAULTS.silence);
  const one = await aRoutedLead(ops, new Date());
  await until(() => JSON.stringify(slack.asked).includes(one));
  // The mail hangs still, and the next lead is routed and told all the same.
  const hanging = (await deliveriesAbout(one)).find(({ system }) => system === "smtp");
  expect(hanging).toMatchObject({ state: "waiting" });
  const other = await aRoutedLead(ops, new Date());
  await until(() => JSON.stringify(slack.asked).includes(other));
  expect(mail.mails).toEqual([]);
});
