import { atWork } from "./support/queue";
import { expect, test } from "./support/test";

test("Q.1: what is cut comes up whole where one points at it", async ({ page, as }) => {
  await page.setViewportSize({ width: 1100, height: 900 });
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  // Which row has more words than room depends on the day: 'a week after' is shorter than 'six days after'.
  const cutRow = () =>
    page.locator("tbody tr").evaluateAll((rows) => {
      const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element) =>
        scrollWidth > clientWidth || scrollHeight > clientHeight;
      const cut = rows.find((each) => [...each.querySelectorAll(".cell-grow *")].some(isCut));
      return cut?.getAttribute("data-row") ?? "";
    });
  await expect.poll(cutRow).not.toBe("");
  const id = await cutRow();
  const row = page.locator(`tr[data-row="${id}"]`);
  const why = row.locator(".cell-grow");
  const marks = row.locator(".marks");
  // The link of a row lies above its cells.
  await why.hover({ force: true });
  await expect(row.locator(".row-link")).toHaveAttribute("title", (await why.textContent()) ?? "");
  await marks.hover({ force: true });
  await expect(row.locator(".row-link")).toHaveAttribute(
    "title",
    (await marks.getAttribute("aria-label")) ?? "",
  );
});

test("O.1: a title that lies under a row's link comes up where one points at it", async ({
  page,
  as,
}) => {
  await as("marketing_ops");
  await page.goto("/ops");
  await atWork(page);
  const row = page.locator("tbody tr").first();
  const since = row.locator("td span[title]").first();
  await since.hover({ force: true });
  await expect(row.locator(".row-link")).toHaveAttribute(
    "title",
    (await since.getAttribute("title")) ?? "",
  );
});
