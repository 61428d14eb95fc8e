import { randomUUID } from "node:crypto";
import { createLead, leadOf } from "./support/documenting";
import { API_KEY } from "./support/keys";
import { expect, test } from "./support/test";

const PERSON = "Mozilla/5.0 (Macintosh) Version/26.0 Safari/605.1";

const visit = (leadId: string, path: string, hours: number) => ({
  id: randomUUID(),
  leadId,
  kind: "page_viewed",
  occurredAt: new Date(Date.now() - hours * 3_600_000).toISOString(),
  path,
  userAgent: PERSON,
});

test("O.2: the trail is pinned, worded, moved, merged, dropped and undone by keys alone", async ({
  page,
  as,
  request,
}) => {
  const leadId = await createLead(request);
  const activities = [
    visit(leadId, "/pricing", 2),
    visit(leadId, "/security", 3),
    visit(leadId, "/integrations/sap", 4),
  ];
  const headers = { authorization: `Bearer ${API_KEY}` };
  await request.post("/api/v1/activities", { headers, data: { activities } });
  await as("marketing_ops");
  await page.goto(`/ops/${leadId}`);
  const trail = page.getByRole("region", { name: "Touchpoints" });
  const lines = trail.locator("[data-line]");
  const undo = page.getByRole("button", { name: "Undo", exact: true }).first();
  await expect(lines).toHaveCount(3);

  await lines.nth(0).locator("summary").focus();
  await page.keyboard.press("p");
  await expect(lines.nth(0)).toContainText("pinned");
  await page.keyboard.press("r");
  await page.keyboard.type("Compared our prices");
  await page.keyboard.press("Enter");
  await expect(lines.nth(0)).toContainText("Compared our prices");
  await expect(lines.nth(0)).toContainText("reworded");

  await lines.nth(0).locator("summary").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(lines.nth(1)).toContainText("Compared our prices");
  await expect(lines.nth(1).locator("summary")).toBeFocused();
  await page.keyboard.press("i");
  const summary = page.getByRole("textbox", { name: "Summary" });
  await expect(summary).toHaveValue(/Compared our prices\.$/);
  await expect(summary).toBeFocused();

  await lines.nth(2).locator("summary").focus();
  await page.keyboard.press("x");
  await expect(lines).toHaveCount(2);
  await expect(undo).toBeVisible();
  await page.keyboard.press("u");
  await expect(lines).toHaveCount(3);

  await lines.nth(2).locator("summary").focus();
  await page.keyboard.press("m");
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(1)).toContainText("merged");
  const { touchpoints } = await leadOf(request, leadId);
  expect(touchpoints.map(({ count }: { count: number }) => count).toSorted()).toEqual([1, 2]);
});
