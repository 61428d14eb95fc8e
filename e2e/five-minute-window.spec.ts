import { randomUUID } from "node:crypto";
import { createLead, documentByHand, leadOf } from "./support/documenting";
import { accessibilityFaults, deskOf, expect, test } from "./support/test";

test("Q.2: the clock runs from the routing, beside the trigger's age, and an attempt stops it", async ({
  page,
  as,
  browser,
  request,
}) => {
  const email = `window.${randomUUID()}@unheard-of.example`;
  const id = await createLead(request, { email, region: "NO" });
  const ops = await deskOf(browser, "marketing_ops");
  await ops.goto(`/ops/${id}`);
  await documentByHand(ops, email);
  await ops.getByRole("button", { name: /^Release/ }).click();
  await expect.poll(async () => (await leadOf(request, id)).status).toBe("routed");
  await ops.context().close();

  await as("rep");
  await page.goto(`/leads/${id}`);
  const left = page.getByText(/^\d+\smin(\s\d+\ss)? left$/);
  await expect(left).toHaveCount(1);
  const first = await left.textContent();
  await expect(left).not.toHaveText(first ?? "");
  await expect(page.getByText(/^trigger (just now|.+ ago|yesterday)$/)).toBeVisible();

  await page.keyboard.press("l");
  await page.getByRole("region", { name: "Log an attempt" }).waitFor();
  await page.keyboard.press("2");
  await expect(page.getByText(/^Tried after /)).toBeVisible();
  await expect(left).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^Tried after /)).toBeVisible();
});

test("Q.2: an admin orders the ladder, is told what cannot be climbed, and loses nothing typed", async ({
  page,
  as,
}) => {
  await as("admin");
  await page.goto("/settings/sla");
  await page.getByLabel("Minutes, step 2").fill("-5");
  await page.getByLabel("Why it changes").fill("Managers want to know later");
  const settings = page.getByRole("navigation", { name: "Settings" });
  await settings.getByRole("link", { name: "Notices" }).click();
  await page.waitForURL(/\/notices/);
  await page.goBack();
  await expect(page.getByText("What you had changed here was put back.")).toBeVisible();
  await expect(page.getByLabel("Minutes, step 2")).toHaveValue("-5");
  await page.getByRole("button", { name: "Save the SLA" }).click();
  await expect(page.getByText("Before the end only the rep is warned.").first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByLabel("Minutes, step 2").fill(" 6 ");
  await page.getByRole("button", { name: "Save the SLA" }).click();
  await expect(page.getByText("It counts for leads that are routed from now on.")).toBeVisible();
  await expect(page.getByText("Managers want to know later")).toBeVisible();
  // Nothing is left to save, though the number is kept in other words than it was typed in.
  await expect(page.getByLabel("Minutes, step 2")).toHaveValue("6");
  await expect(page.getByRole("button", { name: "Undo all" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("Minutes, step 2")).toHaveValue("6");
});

test("Q.2: managers read the SLA, and reps find no page of it", async ({ page, as }) => {
  await as("manager");
  await page.goto("/settings/sla");
  await expect(
    page.getByText("Give it to another rep 30 min after the end", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the SLA" })).toHaveCount(0);
  await as("rep");
  expect((await page.goto("/settings/sla"))?.status()).toBe(404);
});
