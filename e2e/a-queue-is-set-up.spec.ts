import { wholeQueue } from "./support/queue";
import { signedIn } from "./support/single-sign-on";
import { expect, test } from "./support/test";

/** What opens a rep's queue would change what every other test finds there. */
const REP = "maud.verlinden@tallyport.example";

test("Q.1: columns live in the address, and a view that is kept opens the queue", async ({
  browser,
  baseURL,
}) => {
  const { context, page } = await signedIn(browser, baseURL, REP);
  await page.goto("/queue?list=open");
  await page.getByRole("button", { name: "View" }).click();
  const dialog = page.getByRole("dialog", { name: "View" });
  await dialog.getByLabel("Tier").uncheck();
  await expect(page).toHaveURL(/columns=/);
  await expect(page.getByRole("columnheader", { name: "Tier" })).toHaveCount(0);
  const name = `Without tier ${Date.now()}`;
  await dialog.getByLabel("Keep this view as").fill(name);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Keep this view as")).toHaveValue("");
  // Renamed by the keyboard alone, and left with the focus where it was.
  const other = `${name}, renamed`;
  await dialog.getByRole("button", { name: `Rename ${name}` }).press("Enter");
  await expect(dialog.getByLabel(`New name of ${name}`)).toBeFocused();
  await page.keyboard.type(other);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: `Rename ${other}` })).toBeFocused();
  await dialog.getByRole("button", { name: `${other}: open the queue with it` }).click();
  await expect(dialog.getByText("opens the queue")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.goto("/queue");
  await expect(page).toHaveURL(/columns=/);
  await expect(page.getByRole("link", { name: other })).toHaveAttribute("aria-current", "page");
  await page.getByRole("button", { name: "View" }).click();
  await dialog.getByRole("button", { name: `Delete ${other}` }).click();
  await expect(dialog.getByRole("link", { name: other })).toHaveCount(0);
  await context.close();
});

test("Q.4: the row in focus is worked from the queue, and a lead is found by name", async ({
  page,
  as,
}) => {
  // Who always has leads: whether another rep has one depends on the hour.
  await as("rep");
  await page.goto("/queue");
  await wholeQueue(page);
  await page.keyboard.press("j");
  const toolbar = page.getByRole("toolbar");
  await expect(toolbar.getByRole("link", { name: "Email" })).toHaveAttribute("href", /^mailto:/);
  await page.keyboard.press("r");
  await expect(page.getByRole("dialog", { name: /Send|Reject/ })).toBeVisible();
  await page.keyboard.press("Escape");

  const name = (await page.locator(".row-link > span:first-child").first().textContent()) ?? "";
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(name);
  await expect(page.getByRole("option", { name }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys on this page" })).toContainText("Everywhere");
});
