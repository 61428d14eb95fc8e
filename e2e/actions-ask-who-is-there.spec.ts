import type { APIRequestContext, Page } from "@playwright/test";
import { addPerson, choose, expectRole, type Person } from "./support/people";
import { signedIn } from "./support/single-sign-on";
import { expect, test } from "./support/test";

/** What the page itself sent when a role was changed, ready to be sent again by somebody else. */
type Sent = { action: string; type: string; body: string };

/** Makes a person a manager, and keeps the request that did it, changed to ask for an admin. */
async function recordedChange(admin: Page, person: Person): Promise<Sent> {
  const sending = admin.waitForRequest((request) => "next-action" in request.headers());
  await choose(admin, person, "Make manager", `${person.name} is now manager.`);
  const request = await sending;
  const headers = request.headers();
  return {
    action: headers["next-action"] ?? "",
    type: headers["content-type"] ?? "",
    body: (request.postData() ?? "").replace('"manager"', '"marketing_ops"'),
  };
}

async function replay(
  request: APIRequestContext,
  { action, type, body }: Sent,
  headers: Record<string, string>,
  address = "/settings",
): Promise<string> {
  const answer = await request.post(address, {
    headers: {
      accept: "text/x-component",
      "next-action": action,
      "content-type": type,
      ...headers,
    },
    data: body,
  });
  return answer.text();
}

const FOREIGN = "https://evil.example";

test("an action that did not come from our own pages changes nothing", async ({
  page: admin,
  as,
  baseURL,
}) => {
  const ours = String(baseURL);
  await as("admin");
  const person = await addPerson(admin, "rep");
  const sent = await recordedChange(admin, person);
  const { host } = new URL(ours);
  const forged: Record<string, string>[] = [
    {},
    { "sec-fetch-site": "cross-site" },
    { origin: FOREIGN },
    { origin: FOREIGN, "sec-fetch-site": "cross-site" },
    { origin: FOREIGN, "x-forwarded-host": "evil.example" },
    { origin: FOREIGN, "x-forwarded-host": `evil.example, ${host}` },
    { origin: FOREIGN, "x-forwarded-host": "evil.example", "sec-fetch-site": "same-origin" },
    { origin: ours.replace("localhost", "localhost.evil.example") },
    { origin: "null" },
    { origin: "null", "x-forwarded-host": "null" },
    { origin: ours, "sec-fetch-site": "cross-site" },
    { origin: ours, "sec-fetch-site": "same-site" },
    { origin: ours, "x-forwarded-host": "evil.example" },
  ];
  for (const headers of forged) {
    const said = await replay(admin.request, sent, headers);
    expect(said, JSON.stringify(headers)).not.toContain('"ok":true');
    await admin.reload();
    await expectRole(admin, person, "manager");
  }
  // The same request is good with our own origin: it was refused for its headers alone.
  expect(await replay(admin.request, sent, { origin: ours })).toContain('"ok":true');
  await admin.reload();
  await expectRole(admin, person, "marketing_ops");
});

test("an action of another role, or of nobody, changes nothing wherever it is sent", async ({
  page: admin,
  as,
  browser,
  baseURL,
  request: stranger,
}) => {
  const ours = String(baseURL);
  await as("admin");
  const person = await addPerson(admin, "rep");
  const sent = await recordedChange(admin, person);
  const manager = await signedIn(browser, baseURL, person.email);
  const headers = { origin: ours, "sec-fetch-site": "same-origin" };
  for (const address of ["/settings", "/audit", "/sign-in"]) {
    const refused = await replay(manager.context.request, sent, headers, address);
    expect(refused).toContain("Only admin may do this.");
    expect(await replay(stranger, sent, headers, address)).toContain("You are signed out.");
  }
  await choose(admin, person, "Sign out everywhere", `${person.name} is signed out everywhere.`);
  const ended = await replay(manager.context.request, sent, headers);
  expect(ended).toContain("You are signed out.");
  await admin.reload();
  await expectRole(admin, person, "manager");
  await manager.context.close();
});

test("an action that was tampered with answers in words, and changes nothing", async ({
  page: admin,
  as,
  baseURL,
}) => {
  const ours = String(baseURL);
  await as("admin");
  const person = await addPerson(admin, "rep");
  const sent = await recordedChange(admin, person);
  const bodies = [
    sent.body.replace('"marketing_ops"', '"owner"'),
    sent.body.replace(/[0-9a-f-]{36}/, "1"),
    sent.body.replace(/[0-9a-f-]{36}/, crypto.randomUUID()),
    "[]",
    "[null]",
    '["text"]',
  ];
  for (const body of bodies) {
    const said = await replay(admin.request, { ...sent, body }, { origin: ours });
    expect(said, body).toContain('"ok":false');
  }
  await admin.reload();
  await expectRole(admin, person, "manager");
});

test("a file is taken from our own pages only, and only from who may import", async ({
  page,
  as,
  baseURL,
}) => {
  const ours = String(baseURL);
  const send = async (headers: Record<string, string>) => {
    const data = Buffer.from("email\na@b.example\n");
    return (await page.request.post("/api/imports?name=a.csv", { headers, data })).status();
  };
  await as("marketing_ops");
  expect(await send({})).toBe(400);
  expect(await send({ origin: FOREIGN })).toBe(400);
  expect(await send({ origin: FOREIGN, "x-forwarded-host": "evil.example" })).toBe(400);
  expect(await send({ origin: ours })).toBe(200);
  await as("rep");
  expect(await send({ origin: ours })).toBe(404);
  await page.context().clearCookies();
  expect(await send({ origin: ours })).toBe(401);
});

test("another site's form signs nobody in and nobody out", async ({ page, as, request }) => {
  await request.post("/api/auth/callback/demonstration", { form: { role: "admin" } });
  const { cookies } = await request.storageState();
  expect(cookies.map(({ name }) => name)).not.toContain("next-auth.session-token");

  await as("manager");
  await page.request.post("/api/auth/signout", { form: { csrfToken: "guessed" } });
  await page.goto("/audit");
  await expect(page.getByText("Signed in as manager")).toBeVisible();
});
