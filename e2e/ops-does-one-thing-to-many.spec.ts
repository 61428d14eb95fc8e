import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { API_KEY } from "./support/keys";
import { accessibilityFaults, expect, test } from "./support/test";

const headers = { authorization: `Bearer ${API_KEY}` };

/** Held leads that nobody else's test knows: they share a channel of their own. */
async function heldLeads(request: APIRequestContext, count: number) {
  const channel = `fair ${randomUUID()}`;
  for (let made = 0; made < count; made += 1) {
    const email = `${randomUUID()}@unheard-of.example`;
    const data = { email, firstName: "Ada", lastName: `Vane ${"abcdef"[made]}`, channel };
    expect((await request.post("/api/v1/leads", { headers, data })).status()).toBe(201);
  }
  return `/ops?channel=${encodeURIComponent(channel)}`;
}

test("O.5, G.1: leads are selected by keys and range, set aside as tests, and brought back", async ({
  page,
  as,
  request,
}) => {
  const board = await heldLeads(request, 4);
  await as("marketing_ops");
  await page.goto(board);
  const boxes = page.getByRole("checkbox", { name: /^Select Ada/ });
  await expect(boxes).toHaveCount(4);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar", { name: "Selected leads" });
  await expect(bar).toContainText("1 selected");
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("3 selected");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);

  await page.getByRole("checkbox", { name: "Select every lead of this page" }).click();
  await expect(bar).toContainText("4 selected");
  await bar.getByRole("button", { name: "Mark as test" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Sets 4 leads aside as test submissions.");
  await dialog.getByRole("button", { name: "Mark as test" }).click();
  await expect(page.getByText("4 leads set aside.")).toBeVisible();
  await expect(page.getByText("No lead fits the search and the filters.")).toBeVisible();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("4 leads brought back.")).toBeVisible();
  await expect(boxes).toHaveCount(4);
});

test("G.1, O.5: enrichment is retried for many from the board and for one on its page", async ({
  page,
  as,
  request,
}) => {
  const board = await heldLeads(request, 2);
  await as("marketing_ops");
  await page.goto(board);
  await page.getByRole("checkbox", { name: "Select every lead of this page" }).click();
  await page.getByRole("button", { name: "Retry enrichment" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Asks the providers again about 2 leads");
  await dialog.getByRole("button", { name: "Retry enrichment" }).click();
  await expect(page.getByText("The providers are asked again about 2 leads.")).toBeVisible();

  await page.getByRole("table").getByRole("link").first().click();
  const tried = page.getByRole("region", { name: "What was tried" });
  await tried.getByRole("button", { name: "Retry enrichment" }).click();
  await expect(page.getByText("The providers are asked again about 1 lead.")).toBeVisible();
  await expect(tried.getByRole("listitem").first()).toBeVisible();
});

test("G.1: the board is narrowed by missing field, answer and channel, each with its count", async ({
  page,
  as,
  request,
}) => {
  // A channel of its own: on the whole board other tests add and release leads between two looks.
  const board = await heldLeads(request, 3);
  await as("marketing_ops");
  await page.goto(board);
  await page.getByRole("button", { name: "Any field missing" }).click();
  await page.getByRole("menuitem", { name: "Direct phone 3", exact: true }).click();
  await expect(page).toHaveURL(/channel=.*missing=C1\.5|missing=C1\.5.*channel=/);
  await expect(page.getByText(/^3 leads of /)).toBeVisible();
  const reasons = page.getByRole("table").getByText(/Absent|Not verified|Not valid/);
  await expect(reasons.first()).toBeVisible();
});
