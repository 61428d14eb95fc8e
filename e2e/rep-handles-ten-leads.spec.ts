import { wholeQueue } from "./support/queue";
import { expect, test } from "./support/test";

const LEADS = 10;

test("Q.4: ten leads by keyboard alone: opened, logged, decided, the next", async ({
  page,
  as,
}) => {
  test.setTimeout(180_000);
  await as("rep");
  await page.goto("/queue");
  await wholeQueue(page);
  // From the end, which nobody else works on.
  const names = await page.locator("[data-row-link] > span:first-child").allTextContents();
  for (let step = 0; step < LEADS; step++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 1 });
  for (const [place, name] of names.slice(-LEADS).entries()) {
    await expect(heading).toHaveText(name);
    await page.keyboard.press("l");
    await expect(page.getByRole("radio", { name: "Reached" })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Logged.").last()).toBeVisible();
    await page.keyboard.press("a");
    await expect(page.getByText(/^Accepted Today /)).toBeVisible();
    if (place < LEADS - 1) await page.keyboard.press("j");
  }
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("queue");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Your queue" })).toBeVisible();
  for (const name of names.slice(-LEADS)) {
    await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
  }
});
