import { randomUUID } from "node:crypto";
import { createLead } from "./support/documenting";
import { deskOf, expect, test } from "./support/test";

/** Leads that nobody else's test knows, and the board narrowed to them. */
async function ownBoard(request: Parameters<typeof createLead>[0], count: number) {
  const channel = `fair ${randomUUID()}`;
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push(await createLead(request, { channel }));
  const board = `/ops?channel=${encodeURIComponent(channel)}`;
  return { ids, board, pageOf: (id = "") => board.replace("/ops", `/ops/${id}`) };
}

test("O.1: of two people one has the lead, the other is led past it, and may take it over", async ({
  page: ops,
  as,
  browser,
  request,
}) => {
  const { ids, board, pageOf } = await ownBoard(request, 3);
  await as("marketing_ops");
  await ops.goto(board);
  const rows = ops.getByRole("row").filter({ hasText: "Astrid" });
  await expect(rows).toHaveCount(3);
  // The board is ordered by when they came, the newest on top.
  await rows
    .nth(1)
    .getByRole("button", { name: /^Claim/ })
    .click();
  await expect(rows.nth(1)).toContainText("You");

  const admin = await deskOf(browser, "admin");
  await admin.goto(board);
  const seen = admin.getByRole("row").filter({ hasText: "Astrid" });
  await expect(seen.nth(1)).toContainText("is on it");
  await seen.first().getByRole("link").click();
  await expect(admin).toHaveURL(new RegExp(ids[2] ?? ""));
  await admin.getByRole("button", { name: /^Next/ }).click();
  await expect(admin).toHaveURL(new RegExp(ids[0] ?? ""));

  await admin.goto(pageOf(ids[1]));
  const warning = admin.getByRole("region", { name: "is on it" });
  await expect(warning).toBeVisible();
  await admin.getByRole("button", { name: "Take over" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Why, in a word").fill("She went home");
  await dialog.getByRole("button", { name: "Take over" }).click();
  await expect(admin.getByText("You are on it now.")).toBeVisible();
  await expect(warning).toHaveCount(0);

  await ops.reload();
  await expect(rows.nth(1)).toContainText("is on it");
  await admin.context().close();
});

test("O.5: a bulk deed says what it will do and what it leaves, and is undone", async ({
  page,
  as,
  request,
}) => {
  const { board } = await ownBoard(request, 3);
  await as("marketing_ops");
  await page.goto(board);
  const text = `Met at stand ${randomUUID().slice(0, 8)}`;
  const flag = async (said: RegExp, left: string | null) => {
    await page.getByRole("checkbox", { name: "Select every lead of this page" }).click();
    await page.getByRole("button", { name: "Set a flag" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Flag, in a few words").fill(text);
    await expect(dialog).toContainText(said);
    if (left) await expect(dialog).toContainText(left);
    return dialog;
  };
  const first = await flag(/Sets the flag on 3 leads/, null);
  await expect(first).toContainText("You can undo it right after.");
  await first.getByRole("button", { name: "Set a flag" }).click();
  await expect(page.getByText("3 leads flagged.")).toBeVisible();

  const second = await flag(/Does nothing/, "Left as they are: 3 flagged so already.");
  await second.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone for 3.")).toBeVisible();
});
