import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  mailAccount,
  mailWords,
  SMTP_ACCOUNT,
  SMTP_FAULTS,
  type SmtpDouble,
  startSmtp,
} from "./doubles/smtp";
import { API_KEY } from "./support/keys";
import { leadsToSummarise } from "./support/many-leads";
import { accessibilityFaults, deskOf, expect, test } from "./support/test";

let mail: SmtpDouble;
test.beforeAll(async () => {
  mail = await startSmtp();
});
test.afterAll(() => mail.close());

async function connectMail(admin: Page, name: string) {
  const { settings } = mailAccount(mail.server);
  await admin.goto("/connections");
  await admin.getByRole("button", { name: "Connect a system" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("System").selectOption("Email (SMTP)");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Mail server and port").fill(settings.server);
  await dialog.getByLabel("Sender's address").fill("not an address");
  await dialog.getByLabel("User name").fill(settings.user);
  await dialog.getByLabel("Password").fill(SMTP_ACCOUNT.password);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog.getByRole("alert")).toContainText("is not an address such as");
  await dialog.getByLabel("Sender's address").fill(settings.from);
  expect(await accessibilityFaults(admin)).toEqual([]);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(admin.getByText(`${name} works.`).first()).toBeVisible();
}

const boxOf = (page: Page, kind: string, name: string) =>
  page.getByRole("group", { name: kind }).getByLabel(name, { exact: true });

test("a person is mailed a lead that is routed to them, and what does not arrive is shown", async ({
  browser,
  request,
}) => {
  const mark = randomUUID().slice(0, 8);
  const name = `Mail ${mark}`;
  const [admin, rep, [id = "", next = ""]] = await Promise.all([
    deskOf(browser, "admin"),
    deskOf(browser, "rep"),
    leadsToSummarise(2, `Wren ${mark}`),
  ]);
  await connectMail(admin, name);

  await rep.goto("/settings/notices");
  await boxOf(rep, "a lead is routed to me", name).check();
  await rep.getByLabel("From").fill("22:00");
  await rep.getByRole("button", { name: "Save", exact: true }).click();
  await expect(rep.getByText("Say until when.").first()).toBeVisible();
  await expect(boxOf(rep, "a lead is routed to me", name)).toBeChecked();
  await rep.getByLabel("From").fill("");
  await rep.getByRole("button", { name: "Save", exact: true }).click();
  await expect(rep.getByText("Saved.", { exact: true }).first()).toBeVisible();
  await rep.reload();
  await expect(boxOf(rep, "a lead is routed to me", name)).toBeChecked();

  const owner = await rep.getByRole("banner").getByRole("paragraph").first().textContent();
  const route = async (id: string) => {
    const data = { owner: owner?.replace(/Signed in.*/, "") ?? "", reason: "Named account" };
    const routing = await request.post(`/api/v1/leads/${id}/routing`, {
      headers: { authorization: `Bearer ${API_KEY}` },
      data: { ...data, decidedAt: new Date().toISOString() },
    });
    expect(await routing.text()).not.toContain("errors");
    expect(routing.ok()).toBe(true);
  };
  await route(id);
  const mailAbout = () => mail.mails.find((one) => mailWords(one).includes(id));
  await expect.poll(() => mailAbout() !== undefined).toBe(true);
  const words = mailWords(mailAbout() ?? { from: "", to: [], raw: "" });
  expect(words).toContain("Subject: New lead: Ingrid Solberg");
  expect(words).toMatch(/\d min left, until \d\d:\d\d/);
  const link = new RegExp(`http://\\S+/leads/${id}`).exec(words)?.[0] ?? "";
  await rep.goto(link);
  await expect(rep.getByRole("heading", { level: 1 })).toContainText("Ingrid Solberg");

  mail.fail(SMTP_FAULTS["a mailbox that does not exist"]);
  await route(next);
  const retry = admin.getByRole("button", { name: /^Retry: New lead for / }).first();
  await expect(async () => {
    await admin.goto("/connections");
    await expect(admin.getByRole("region", { name: "Notices that did not arrive" })).toContainText(
      `by ${name}`,
    );
  }).toPass();
  const stuck = admin.getByRole("region", { name: "Notices that did not arrive" });
  await expect(stuck).toContainText("Refuses the reader's address (550). Given up after 1 try.");
  await rep.goto("/settings/notices");
  await expect(rep.getByText("The last one that did not arrive:")).toBeVisible();

  mail.fail(null);
  const before = mail.mails.length;
  await retry.click();
  await expect(admin.getByText("It is tried again now.").first()).toBeVisible();
  await expect.poll(() => mail.mails.length).toBe(before + 1);

  await admin.getByRole("button", { name: `Change ${name}` }).click();
  await admin.getByRole("menuitem", { name: "Remove", exact: true }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(admin.getByText(`${name} is removed.`).first()).toBeVisible();
  await Promise.all([admin, rep].map((page) => page.context().close()));
});
