import { randomUUID } from "node:crypto";
import { createLead, leadOf } from "./support/documenting";
import { API_KEY } from "./support/keys";
import { expect, test } from "./support/test";

const headers = { authorization: `Bearer ${API_KEY}` };
const PERSON = "Mozilla/5.0 (Macintosh) Version/26.0 Safari/605.1";
const BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

const visit = (leadId: string, path: string, userAgent: string) => ({
  id: randomUUID(),
  leadId,
  kind: "page_viewed",
  occurredAt: new Date(Date.now() - 3_600_000).toISOString(),
  path,
  seconds: 90,
  userAgent,
});

test("X.6: what a rule left out is brought back, and undone, and a line is left out", async ({
  page,
  as,
  request,
}) => {
  const leadId = await createLead(request);
  const activities = [visit(leadId, "/pricing", PERSON), visit(leadId, "/security", BOT)];
  const sent = await request.post("/api/v1/activities", { headers, data: { activities } });
  expect(sent.status()).toBe(202);
  await as("marketing_ops");
  await page.goto(`/ops/${leadId}`);
  const trail = page.getByRole("region", { name: "Touchpoints" });
  const leftOut = page.getByRole("region", { name: "Left out" });
  await expect(trail).toContainText("/pricing");
  await expect(trail).not.toContainText("/security");

  await leftOut.getByText("Bots").click();
  await leftOut.getByRole("button", { name: /^Bring back ?: .*security/ }).click();
  await expect(trail).toContainText("/security");
  await expect(leftOut).toHaveCount(0);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(trail).not.toContainText("/security");
  await expect(leftOut).toContainText("Bots");

  await trail.getByText(/^Read \/pricing, /).click();
  await trail.getByRole("button", { name: /^Leave out ?: .*pricing/ }).click();
  await expect(leftOut).toContainText("Left out by a person");
  const { touchpoints } = await leadOf(request, leadId);
  expect(JSON.stringify(touchpoints)).not.toContain("/pricing");
});

test("X: an admin tries what a rule would leave out, and a wrong setting is named", async ({
  page,
  as,
}) => {
  await as("admin");
  await page.goto("/settings/trail");
  const domains = page.getByRole("textbox", { name: "Our own domains" });
  await domains.fill("gmail.com");
  await page.getByRole("button", { name: "Try on recent leads" }).click();
  await expect(page.getByRole("alert").first()).toContainText("used by everybody");
  await expect(domains).toHaveValue("gmail.com");

  await domains.fill("");
  await page.getByRole("button", { name: "Try on recent leads" }).click();
  const trial = page.getByRole("region", { name: "What these settings leave out" });
  await expect(trial.getByRole("row", { name: /^Bots/ })).toBeVisible();
});

test("X.6: marketing ops reads the rules and does not change them", async ({ page, as }) => {
  await as("marketing_ops");
  await page.goto("/settings/trail");
  await expect(page.getByText("An admin changes these settings.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the settings" })).toHaveCount(0);
});
