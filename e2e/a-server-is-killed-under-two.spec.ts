import { anotherDocumenter, createLead, saveSummary, summaryOf } from "./support/documenting";
import { type OwnServer, startOwnServer } from "./support/own-server";
import { expect, test } from "./support/test";

const MINE = "Wants SAP before May. The budget is signed.";
const THEIRS = "Met our CFO at a trade fair.";

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(() => server.kill());

test("O.3: the server is killed under two who write, one of them offline, and both texts exist", async ({
  page,
  browser,
  as,
  request,
}) => {
  const leadId = await createLead(request);
  const lead = `${server.address}/ops/${leadId}`;
  await as("marketing_ops");
  const other = await anotherDocumenter(browser);
  await page.goto(lead);
  await other.goto(lead);
  await summaryOf(page).fill("Wants SAP before May.");
  await expect(page.getByText("Not saved yet, kept on the server.")).toBeVisible();

  await other.context().setOffline(true);
  await summaryOf(other).fill(THEIRS);
  await server.kill();
  await summaryOf(page).fill(MINE);
  for (const each of [page, other])
    await expect(each.getByText("Saved on this computer, not yet on the server.")).toBeVisible();

  await server.start();
  await expect(page.getByText("Not saved yet, kept on the server.")).toBeVisible();
  await saveSummary(page);
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  await other.context().setOffline(false);
  const conflict = other.getByRole("alert").filter({ hasText: "saved version 1 meanwhile" });
  await expect(conflict).toBeVisible({ timeout: 20_000 });
  await expect(conflict.getByRole("blockquote")).toHaveText(MINE);
  await expect(summaryOf(other)).toHaveValue(THEIRS);
  await conflict.getByRole("button", { name: "Go on with mine" }).click();
  await saveSummary(other);
  await expect(other.getByText("2 saved versions")).toBeVisible();
  await other.getByText("2 saved versions").click();
  for (const text of [MINE, THEIRS])
    await expect(other.getByRole("listitem").filter({ hasText: text }).first()).toBeVisible();
  await other.context().close();
});
