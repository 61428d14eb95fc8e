import type { Locator } from "@playwright/test";
import { atWork } from "./support/queue";
import { expect, test } from "./support/test";

/** A finger's width, in pixels. */
const FINGER = 44;

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("Q.1: the first lead stands near the top, and what one presses is as large as a finger", async ({
    page,
    as,
  }) => {
    await as("rep");
    await page.goto("/queue");
    await atWork(page);
    const first = await page.locator("tr[data-row]").first().boundingBox();
    expect(first?.y).toBeLessThanOrEqual(160);
    /** How much of what stands above and below its middle presses it. */
    const height = (of: Locator) =>
      of.evaluate((link) => {
        const { x, y, width, height } = link.getBoundingClientRect();
        const hits = Array.from({ length: 80 }, (_, at) => at - 40).filter((off) =>
          link.contains(document.elementFromPoint(x + width / 2, y + height / 2 + off)),
        );
        return hits.length;
      });
    for (const pressed of [
      page.getByRole("link", { name: "Due or late" }),
      page.getByRole("link", { name: /^Open/ }),
      page.getByRole("link", { name: "Accepted" }),
      page.getByRole("button", { name: "View" }),
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Queue" }),
    ])
      expect(await height(pressed), `${pressed}`).toBeGreaterThanOrEqual(FINGER);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test("Q.1: the list is put in another order where its columns have no heads", async ({
    page,
    as,
  }) => {
    await as("rep");
    await page.goto("/queue");
    await atWork(page);
    await page.getByRole("button", { name: "View" }).click();
    await page.getByRole("dialog", { name: "View" }).getByRole("link", { name: "Score" }).click();
    await page.waitForURL(/sort=-score/);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const scores = await page.locator(".at-under-side > span:first-child").allTextContents();
    const shown = scores.map(Number).filter(Number.isFinite);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual(shown.toSorted((one, other) => other - one));
  });
});

test("the row's buttons are all in sight where a page is zoomed or narrow", async ({
  page,
  as,
}) => {
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  await page.keyboard.press("ArrowDown");
  const bar = page.getByRole("toolbar");
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(bar.getByText("Reject")).toBeInViewport({ ratio: 1 });
    await expect(bar.getByText("Call")).toBeInViewport({ ratio: 1 });
    expect(await bar.evaluate((all) => all.scrollWidth - all.clientWidth)).toBe(0);
  }
});
