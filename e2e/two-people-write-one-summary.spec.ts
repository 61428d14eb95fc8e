import { anotherDocumenter, createLead, saveSummary, summaryOf } from "./support/documenting";
import { expect, test } from "./support/test";

test("O.3: two people write, one loses the network, and both texts are joined by choice", async ({
  page,
  browser,
  as,
  request,
}) => {
  const leadId = await createLead(request);
  await as("marketing_ops");
  const other = await anotherDocumenter(browser);
  await page.goto(`/ops/${leadId}`);
  await other.goto(`/ops/${leadId}`);

  await summaryOf(page).fill("Wants SAP before May.");
  await expect(page.getByText("Not saved yet, kept on the server.")).toBeVisible();
  await expect(other.getByText(/ is writing\.$/)).toBeVisible({ timeout: 15_000 });

  // Whoever is offline goes on typing, and is told where the text is.
  await page.context().setOffline(true);
  await summaryOf(page).fill("Wants SAP before May. Has a budget.");
  await expect(page.getByText("Saved on this computer, not yet on the server.")).toBeVisible();

  await summaryOf(other).fill("Wants SAP before June.");
  await saveSummary(other);
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();

  await page.context().setOffline(false);
  const conflict = page.getByRole("alert").filter({ hasText: "saved version 1 meanwhile" });
  await expect(conflict).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("blockquote")).toHaveText("Wants SAP before June.");
  await expect(summaryOf(page)).toHaveValue("Wants SAP before May. Has a budget.");

  await conflict.getByRole("button", { name: /: June$/ }).click();
  await conflict.getByRole("button", { name: "Join as chosen" }).click();
  await expect(summaryOf(page)).toHaveValue("Wants SAP before June. Has a budget.");
  await saveSummary(page);
  await expect(page.getByText("2 saved versions")).toBeVisible();
  await other.context().close();
});

test("O.3: a server that does not answer loses nothing, nor does a closed tab after it", async ({
  page,
  context,
  as,
  request,
}) => {
  const leadId = await createLead(request);
  await as("marketing_ops");
  const drafts = "**/api/ops/*/unsaved";
  await context.route(drafts, (route) => route.abort());
  await page.goto(`/ops/${leadId}`);
  await summaryOf(page).fill("Typed while the server was gone.");
  await page.getByLabel("Note, in one sentence").fill("Knows our CFO.");
  await expect(page.getByText("Saved on this computer, not yet on the server.")).toBeVisible();
  await page.close();

  await context.unroute(drafts);
  const again = await context.newPage();
  await again.goto(`/ops/${leadId}`);
  await expect(summaryOf(again)).toHaveValue("Typed while the server was gone.");
  await expect(again.getByLabel("Note, in one sentence")).toHaveValue("Knows our CFO.");
  // Another computer has nothing but what the server was sent.
  await again.waitForResponse(drafts);
  await again.evaluate(() => localStorage.clear());
  await again.reload();
  await expect(summaryOf(again)).toHaveValue("Typed while the server was gone.");
});

test("O.3: one person writes in two tabs, and neither tab's words are lost", async ({
  page,
  context,
  as,
  request,
}) => {
  const leadId = await createLead(request);
  await as("marketing_ops");
  const second = await context.newPage();
  await page.goto(`/ops/${leadId}`);
  await second.goto(`/ops/${leadId}`);
  // A page that comes to work later than that puts back what the first one keeps, as its own.
  await expect(summaryOf(second)).toBeEditable();
  await summaryOf(page).fill("Wants SAP before May.");
  await expect(page.getByText("Not saved yet, kept on the server.")).toBeVisible();
  const told = /You typed this for the same lead in another tab/;
  await expect(second.getByText(told)).toBeVisible({ timeout: 15_000 });

  // Typed over it all the same, and left: both are kept.
  await summaryOf(second).fill("Has a budget.");
  await expect(second.getByText("Not saved yet, kept on the server.")).toBeVisible();
  await expect(page.getByText(told)).toBeVisible({ timeout: 15_000 });
  await page.close();
  await expect(second.getByText("Wants SAP before May.")).toBeVisible();
  await second.getByRole("button", { name: "Put it below" }).click();
  await expect(summaryOf(second)).toHaveValue(/Has a budget\.[\s\S]*Wants SAP before May\./);
  await expect(second.getByText(told)).toHaveCount(0);
  await saveSummary(second);
  await expect(second.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(second.getByText(told)).toHaveCount(0);
});
