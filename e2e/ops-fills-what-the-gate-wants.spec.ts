import { expect, test } from "./support/test";

test("G.1, O.4: marketing ops sees what holds a lead and fills it by hand", async ({
  page,
  as,
}) => {
  await as("marketing_ops");
  await page.goto("/ops?missing=C1.5");
  const board = page.getByRole("table", { name: "Pending Enrichment" });
  await board.getByRole("link").first().click();

  const held = page.getByRole("region", { name: "Held at the gate" });
  await expect(held).toContainText("Direct phone");
  const releasing = page.getByRole("button", { name: "Release to a rep" });
  await expect(releasing).toHaveAttribute("aria-disabled", "true");
  await expect(releasing).toHaveAccessibleDescription(/The gate holds this lead.*Direct phone/);

  const missing = page.getByRole("region", { name: "Missing" });
  const phone = page.getByRole("textbox", { name: "Direct phone" });
  const row = missing.getByRole("listitem").filter({ has: phone });
  await phone.fill("12");
  await row.getByRole("button", { name: "Fill" }).click();
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(phone).toHaveValue("12");

  await phone.fill("+47 406 12 345");
  await row.getByRole("button", { name: "Fill" }).click();
  await expect(page.getByText("Direct phone is filled.")).toBeVisible();
  await expect(held.filter({ hasText: "Direct phone" })).toHaveCount(0);
  await expect(page.getByText("+47 40 61 23 45").first()).toBeVisible();
});

test("C: what cannot be had is said so, with the reason, and still holds the lead", async ({
  page,
  as,
}) => {
  await as("marketing_ops");
  await page.goto("/ops?missing=C1.6");
  await page.getByRole("table").getByRole("link").first().click();
  const missing = page.getByRole("region", { name: "Missing" });
  const profile = page.getByRole("textbox", { name: "LinkedIn profile" });
  const row = missing.getByRole("listitem").filter({ has: profile });
  await row.getByRole("button", { name: "Not obtainable" }).click();
  await profile.fill("Has no profile under this name");
  await row.getByRole("button", { name: "Say so" }).click();
  await expect(
    page.getByText("Not obtainable: Has no profile under this name").first(),
  ).toBeVisible();
  await expect(row.getByRole("button", { name: "Say so" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Held at the gate" })).toContainText(
    "LinkedIn profile",
  );
});

test("O.1: the board is searched and filtered in the address", async ({ page, as }) => {
  await as("marketing_ops");
  await page.goto("/ops");
  const first = page.getByRole("table").getByRole("link").first();
  const name = (await first.locator("span").first().textContent()) ?? "";
  await page.keyboard.press("/");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("table").getByRole("link").first()).toContainText(name);
  await page.goto("/ops?q=nobody-is-called-this");
  await expect(page.getByText("No lead fits the search and the filters.")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
});

test("a rep and a manager have no board", async ({ page, as }) => {
  for (const role of ["rep", "manager"] as const) {
    await as(role);
    expect((await page.goto("/ops"))?.status()).toBe(404);
  }
});
