import type { BrowserContext } from "@playwright/test";
import { addPerson, choose, expectRole } from "./support/people";
import { askProvider, identify, signedIn } from "./support/single-sign-on";
import { expect, test } from "./support/test";

/** Where this browser's very next request ends, without a second try. */
async function nextRequest(context: BrowserContext, address: string): Promise<string> {
  const answer = await context.request.get(address);
  return `${answer.status()} ${new URL(answer.url()).pathname}`;
}

test("signing somebody out everywhere ends each of their sessions at the next request", async ({
  page: admin,
  as,
  browser,
  baseURL,
}) => {
  await as("admin");
  const person = await addPerson(admin, "rep");
  const laptop = await signedIn(browser, baseURL, person.email);
  const phone = await signedIn(browser, baseURL, person.email);
  expect(await nextRequest(laptop.context, "/queue")).toBe("200 /queue");

  await choose(admin, person, "Sign out everywhere", `${person.name} is signed out everywhere.`);
  expect(await nextRequest(laptop.context, "/queue")).toBe("200 /sign-in");
  expect(await nextRequest(phone.context, "/queue")).toBe("200 /sign-in");
  expect(await nextRequest(admin.context(), "/settings")).toBe("200 /settings");

  await phone.page.reload();
  await expect(phone.page).toHaveURL(/\/sign-in\?next=%2Fqueue/);
  await askProvider(phone.page);
  await identify(phone.page, { email: person.email });
  await expect(phone.page).toHaveURL(/\/queue/);
  expect(await nextRequest(laptop.context, "/queue")).toBe("200 /sign-in");
  await choose(admin, person, "Take access away", `${person.name} has no access any more.`);
  await laptop.context.close();
  await phone.context.close();
});

test("signing out ends the session for a copy of its cookie as well, and no other session", async ({
  page: admin,
  as,
  browser,
  baseURL,
}) => {
  await as("admin");
  const person = await addPerson(admin, "rep");
  const laptop = await signedIn(browser, baseURL, person.email);
  const phone = await signedIn(browser, baseURL, person.email);
  const storageState = await laptop.context.storageState();
  const copy = await browser.newContext({ storageState, ...(baseURL && { baseURL }) });
  // Asked for like this, next-auth writes the cookie anew: the copy goes by another one now.
  await copy.request.get("/api/auth/session");
  expect(await nextRequest(copy, "/queue")).toBe("200 /queue");

  await laptop.page.getByRole("button", { name: "Sign out" }).click();
  await expect(laptop.page).toHaveURL(/\/sign-in/);
  expect(await nextRequest(copy, "/queue")).toBe("200 /sign-in");
  await copy.request.get("/api/auth/session");
  expect(await nextRequest(copy, "/queue")).toBe("200 /sign-in");
  expect(await nextRequest(phone.context, "/queue")).toBe("200 /queue");
  await choose(admin, person, "Take access away", `${person.name} has no access any more.`);
  for (const context of [copy, laptop.context, phone.context]) await context.close();
});

test("another role, and access taken away, count at the next request", async ({
  page: admin,
  as,
  browser,
  baseURL,
}) => {
  await as("admin");
  const person = await addPerson(admin, "manager");
  const { context, page } = await signedIn(browser, baseURL, person.email);
  expect(await nextRequest(context, "/audit")).toBe("200 /audit");

  await choose(admin, person, "Make marketing ops", `${person.name} is now marketing ops.`);
  expect(await nextRequest(context, "/ops")).toBe("200 /ops");
  await choose(admin, person, "Make rep", `${person.name} is now rep.`);
  expect(await nextRequest(context, "/ops")).toBe("404 /ops");
  expect(await nextRequest(context, "/audit")).toBe("404 /audit");
  expect(await nextRequest(context, "/queue")).toBe("200 /queue");

  await choose(admin, person, "Take access away", `${person.name} has no access any more.`);
  expect(await nextRequest(context, "/queue")).toBe("200 /sign-in");
  await page.goto("/sign-in");
  await askProvider(page);
  await identify(page, { email: person.email });
  await expect(page.getByText("Nobody with this address has access.")).toBeVisible();

  await choose(admin, person, "Give access back", `${person.name} has access again.`);
  await page.goto("/sign-in");
  await askProvider(page);
  await identify(page, { email: person.email });
  await expect(page).toHaveURL(/\/queue/);
  await choose(admin, person, "Make manager", `${person.name} is now manager.`);
  await context.close();
});

test("a session from before access was taken away stays ended when it is given back", async ({
  page: admin,
  as,
  browser,
  baseURL,
}) => {
  await as("admin");
  const person = await addPerson(admin, "manager");
  const { context } = await signedIn(browser, baseURL, person.email);
  await choose(admin, person, "Take access away", `${person.name} has no access any more.`);
  await choose(admin, person, "Give access back", `${person.name} has access again.`);
  expect(await nextRequest(context, "/audit")).toBe("200 /sign-in");
  await context.close();
});

test("the last admin cannot step down, and is told what to do first", async ({
  page: admin,
  as,
}) => {
  await as("admin");
  await admin.goto("/settings");
  const only = admin.getByRole("button", { name: /: Admin, change$/ });
  await expect(only).toHaveCount(1);
  const name = ((await only.getAttribute("aria-label")) ?? "").split(":")[0] ?? "";
  const said = "This is the last admin. Make somebody else an admin first.";
  for (const item of ["Make manager", "Take access away"]) {
    await choose(admin, { name, email: "" }, item, said);
    await admin.reload();
    await expectRole(admin, { name, email: "" }, "admin");
  }
});
