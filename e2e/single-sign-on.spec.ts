import { FORGERIES } from "./support/id-token";
import { askProvider, identify } from "./support/single-sign-on";
import { accessibilityFaults, expect, test, VIEWS } from "./support/test";

// Somebody of the demonstration company whom no button signs in.
const OPS = "kofi.mensah@tallyport.example";

test("a known person signs in through the provider, and comes to the page they wanted", async ({
  page,
  baseURL,
}) => {
  await page.goto("/ops?show=summary");
  await askProvider(page);
  const asks = new URL(page.url()).searchParams;
  expect(asks.get("redirect_uri")).toBe(`${baseURL}/api/auth/callback/oidc`);
  expect(asks.get("code_challenge_method")).toBe("S256");
  await identify(page, { email: OPS.toUpperCase() });
  await expect(page).toHaveURL(`${baseURL}/ops?show=summary`);
  await expect(page.getByText("Signed in as marketing ops")).toBeVisible();

  await page.goto("/sign-in");
  await expect(page).toHaveURL(`${baseURL}/ops`);
});

test("who wanted no page in particular lands at their desk", async ({ page }) => {
  await page.goto("/sign-in");
  await askProvider(page);
  await identify(page, { email: OPS });
  await expect(page).toHaveURL(/\/ops(\?|$)/);
});

test("somebody whom nobody added is told so, and gets no session", async ({ page }) => {
  await page.goto("/sign-in");
  await askProvider(page);
  await identify(page, { email: "stranger@elsewhere.example" });
  await expect(page.getByText("Nobody with this address has access.")).toBeVisible();
  await page.goto("/ops");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an address that the provider has not verified proves nobody", async ({ page }) => {
  await page.goto("/sign-in");
  await askProvider(page);
  await identify(page, { email: OPS, verified: false });
  await expect(page.getByText("Your address is not verified")).toBeVisible();
  await page.goto("/ops");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("who cancels is told what happened, and can try again for the page they wanted", async ({
  page,
}) => {
  await page.goto("/ops?show=summary");
  await askProvider(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("You are not signed in: it was cancelled")).toBeVisible();
  await askProvider(page);
  await page.goBack();
  await askProvider(page);
  await identify(page, { email: OPS });
  await expect(page).toHaveURL(/\/ops\?show=summary$/);
});

for (const forged of FORGERIES) {
  test(`a forged answer (${forged}) signs nobody in, and the true one does`, async ({ page }) => {
    await page.goto("/sign-in");
    await askProvider(page);
    await identify(page, { email: OPS, forged });
    await expect(page.getByText("Signing in did not work.")).toBeVisible();
    await page.goto("/ops");
    await expect(page).toHaveURL(/\/sign-in/);
    await askProvider(page);
    await identify(page, { email: OPS });
    await expect(page).toHaveURL(/\/ops(\?|$)/);
  });
}

test("the answer to one browser's sign-in signs no other browser in", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("/sign-in");
  await askProvider(page);
  const answer = await page.request.post(page.url(), {
    form: { email: OPS, verified: "on", decision: "continue" },
    maxRedirects: 0,
  });
  const back = answer.headers().location ?? "";
  expect(back).toContain(`${baseURL}/api/auth/callback/oidc?state=`);

  const victim = await browser.newContext({ baseURL });
  const theirs = await victim.newPage();
  await theirs.goto(back);
  await expect(theirs.getByText("Signing in did not work.")).toBeVisible();
  await theirs.goto("/ops");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await victim.close();
});

test("the provider is asked to send people back to us, whatever the request's headers claim", async ({
  request,
  baseURL,
}) => {
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  const { csrfToken } = await (await request.get("/api/auth/csrf", { headers })).json();
  const answer = await request.post("/api/auth/signin/oidc", {
    headers,
    form: { csrfToken, callbackUrl: "https://evil.example/queue", json: "true" },
  });
  const { url } = await answer.json();
  expect(new URL(url).searchParams.get("redirect_uri")).toBe(`${baseURL}/api/auth/callback/oidc`);
  const { cookies } = await request.storageState();
  const goesOnTo = cookies.find(({ name }) => name === "next-auth.callback-url")?.value;
  expect(decodeURIComponent(goesOnTo ?? "")).toBe(baseURL);
});

test("no address makes the sign-in page send people to another site", async ({ page, baseURL }) => {
  for (const next of ["//evil.example", "/%09/evil.example", "/.//evil.example", "%5C%5Cevil"]) {
    await page.goto(`/sign-in?next=${next}`);
    await page.getByRole("button", { name: "Sign in as manager" }).click();
    await expect(page).toHaveURL(`${baseURL}/audit`);
    await page.goto(`/sign-in?next=${next}`);
    await expect(page).toHaveURL(`${baseURL}/audit`);
    await page.context().clearCookies();
  }
});

for (const { name, width, height, colorScheme } of VIEWS) {
  test(`the sign-in page with both ways, ${name}: nothing is cut off, nothing fails axe`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.goto("/sign-in?error=Callback");
    await expect(page.getByRole("button")).toHaveCount(5);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `test-results/screenshots/sign-in-${name}.png` });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
