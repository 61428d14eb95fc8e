import type { Browser, Page } from "@playwright/test";
import { createLead } from "./support/documenting";
import { expect, test } from "./support/test";

/** A second person's browser, signed in as an admin, who documents leads too. */
async function another(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  await context.request.post("/api/auth/callback/demonstration", {
    form: { csrfToken, role: "admin", json: "true" },
  });
  return context.newPage();
}

const textOf = (page: Page) => page.getByRole("textbox", { name: "Summary" });
const save = (page: Page) => page.getByRole("button", { name: /^Save(?! and)/ }).click();

test("O.3: two people write, one loses the network, and both texts are joined by choice", async ({
  page,
  browser,
  as,
  request,
}) => {
  const leadId = await createLead(request);
  await as("marketing_ops");
  const other = await another(browser);
  await page.goto(`/ops/${leadId}`);
  await other.goto(`/ops/${leadId}`);

  await textOf(page).fill("Wants SAP before May.");
  await expect(page.getByText("Not saved yet, kept on the server.")).toBeVisible();
  await expect(other.getByText(/ is writing\.$/)).toBeVisible({ timeout: 15_000 });

  // Whoever is offline goes on typing, and is told where the text is.
  await page.context().setOffline(true);
  await textOf(page).fill("Wants SAP before May. Has a budget.");
  await expect(page.getByText("Saved on this computer, not yet on the server.")).toBeVisible();

  await textOf(other).fill("Wants SAP before June.");
  await save(other);
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();

  await page.context().setOffline(false);
  const conflict = page.getByRole("alert").filter({ hasText: "saved version 1 meanwhile" });
  await expect(conflict).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("blockquote")).toHaveText("Wants SAP before June.");
  await expect(textOf(page)).toHaveValue("Wants SAP before May. Has a budget.");

  await conflict.getByRole("button", { name: /: June$/ }).click();
  await conflict.getByRole("button", { name: "Join as chosen" }).click();
  await expect(textOf(page)).toHaveValue("Wants SAP before June. Has a budget.");
  await save(page);
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
  await textOf(page).fill("Typed while the server was gone.");
  await page.getByLabel("Note, in one sentence").fill("Knows our CFO.");
  await expect(page.getByText("Saved on this computer, not yet on the server.")).toBeVisible();
  await page.close();

  await context.unroute(drafts);
  const again = await context.newPage();
  await again.goto(`/ops/${leadId}`);
  await expect(textOf(again)).toHaveValue("Typed while the server was gone.");
  await expect(again.getByLabel("Note, in one sentence")).toHaveValue("Knows our CFO.");
  // Another computer has nothing but what the server was sent.
  await again.waitForResponse(drafts);
  await again.evaluate(() => localStorage.clear());
  await again.reload();
  await expect(textOf(again)).toHaveValue("Typed while the server was gone.");
});

test("O.2: ten summaries are approved by keyboard alone", async ({ page, as }) => {
  await as("marketing_ops");
  await page.goto("/ops?show=summary");
  await page.getByRole("table").getByRole("link").nth(40).press("Enter");
  const name = page.getByRole("heading", { level: 1 });
  await expect(textOf(page)).toBeVisible();
  await textOf(page).focus();
  for (let count = 0; count < 10; count += 1) {
    const before = page.url();
    await page.keyboard.press("End");
    await page.keyboard.type(" Read by me.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.waitForURL((url) => url.href !== before);
    await expect(name).toBeVisible();
    await expect(textOf(page)).toBeFocused();
    await expect(textOf(page)).not.toHaveValue(/Read by me/);
  }
});
