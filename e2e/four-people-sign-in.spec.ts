import { expect, test } from "./support/test";

const DESKS = [
  { role: "rep", heading: "Queue", address: /\/queue/ },
  { role: "marketing ops", heading: /Needs you|Pending Enrichment|To summarise/, address: /\/ops/ },
  { role: "manager", heading: "Completeness", address: /\/audit/ },
  { role: "admin", heading: "People", address: /\/settings/ },
] as const;

for (const { role, heading, address } of DESKS) {
  test(`a ${role} signs in with one button and lands at their own desk`, async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByRole("button", { name: `Sign in as ${role}`, exact: true }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.getByText(`Signed in as ${role}`)).toBeVisible();
  });
}

test("a reader comes back to the page they wanted after signing in", async ({ page }) => {
  await page.goto("/audit");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faudit/);
  await page.getByRole("button", { name: "Sign in as manager" }).click();
  await expect(page).toHaveURL(/\/audit$/);
});

test("a page of another role does not exist for one", async ({ page, as }) => {
  await as("rep");
  const answer = await page.goto("/settings");
  expect(answer?.status()).toBe(404);
});

test("signing out ends the session", async ({ page, as }) => {
  await as("manager");
  await page.goto("/audit");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/audit");
  await expect(page).toHaveURL(/\/sign-in/);
});
