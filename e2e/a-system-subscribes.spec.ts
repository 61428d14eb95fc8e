import type { APIRequestContext, Page } from "@playwright/test";
import { proveStandard } from "@/lib/connections/senders/standard-webhooks";
import { eventAddress } from "@/lib/platform/address";
import { type Double, json, startDouble } from "./doubles/double";
import { API_KEY } from "./support/keys";
import { leadsToSummarise } from "./support/many-leads";
import { accessibilityFaults, expect, test } from "./support/test";

let target: Double;
/** The lead of whom the target wants to hear nothing more. Other tests route theirs meanwhile. */
let unwanted: string | null;
const leadOf = (body: unknown) => (body as { data: { leadId: string } }).data.leadId;

test.beforeEach(async () => {
  unwanted = null;
  target = await startDouble(({ body }) => json(leadOf(body) === unwanted ? 410 : 200, {}));
});
test.afterEach(() => target.close());

const headers = { authorization: `Bearer ${API_KEY}` };

async function subscribe(request: APIRequestContext, path: string) {
  const answer = await request.post("/api/v1/hooks", {
    headers,
    data: { targetUrl: `${target.address}${path}`, events: ["lead.routed"] },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; secret: string };
}

/** Routes a lead that nobody else's test knows, and answers what its event is called. */
async function routed(page: Page, request: APIRequestContext, as: (role: "rep") => Promise<void>) {
  await as("rep");
  await page.goto("/queue");
  const said = await page.getByRole("banner").getByRole("paragraph").first().textContent();
  const owner = said?.replace(/Signed in.*/, "") ?? "";
  const [leadId = ""] = await leadsToSummarise(1, `Sedge ${crypto.randomUUID().slice(0, 8)}`);
  return {
    leadId,
    route: async () => {
      const data = { owner, reason: "Named account", decidedAt: new Date().toISOString() };
      const answer = await request.post(`/api/v1/leads/${leadId}/routing`, { headers, data });
      expect(answer.ok()).toBe(true);
    },
  };
}

/** What the target was told of a lead. */
const told = (leadId: string) => target.asked.filter(({ body }) => leadOf(body) === leadId);

/** The row of what the hook was told of a lead. */
const toldRow = (page: Page, id: string, leadId: string) => {
  const event = told(leadId)[0]?.headers["webhook-id"];
  const link = page.locator(`a[href="${eventAddress(id, String(event))}"]`);
  return page.getByRole("table").getByRole("row").filter({ has: link });
};

const hookRow = (page: Page, address: string) =>
  page
    .getByRole("table", { name: "Hooks", exact: true })
    .getByRole("row")
    .filter({ has: page.locator(`a[href="${address}"]`) });

const provenBy = (asked: Double["asked"][number] | undefined, secrets: readonly string[]) => {
  const given = new Headers(asked?.headers as Record<string, string>);
  const body = Buffer.from(JSON.stringify(asked?.body));
  const sent = { headers: given, body, address: "" };
  return secrets.map((secret) => proveStandard(sent, secret, new Date()).ok);
};

test("K.1: a system subscribes by the API, is seen, told what happens, signed with both secrets while they change, and ends", async ({
  as,
  page,
  request,
}) => {
  const { id, secret } = await subscribe(request, "/hook");
  const { leadId, route } = await routed(page, request, as);
  await as("admin");
  await page.goto("/connections");
  const row = hookRow(page, `/connections/${id}`);
  await expect(row).toContainText("lead.routed");
  await expect(page.locator("body")).not.toContainText(secret);

  await row.getByRole("button", { name: /^Change / }).click();
  await page.getByRole("menuitem", { name: "New signing secret" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("with the one before");
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Make a new secret" }).click();
  const shown = dialog.getByText(/^whsec_/);
  await expect(shown).toBeVisible();
  const fresh = (await shown.textContent()) ?? "";
  expect(fresh).not.toBe(secret);
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(row).toContainText("Two secrets sign until");
  await expect(page.locator("body")).not.toContainText(fresh);

  await route();
  await expect.poll(() => told(leadId).length, { timeout: 30_000 }).toBe(1);
  const [event] = told(leadId);
  expect(event?.body).toMatchObject({ type: "lead.routed", data: { leadId } });
  expect(provenBy(event, [fresh, secret])).toEqual([true, true]);
  await row.getByRole("link").first().click();
  await expect(page.getByText(`${target.address}/hook`).first()).toBeVisible();
  await expect(toldRow(page, id, leadId)).toContainText("It was taken.");
  expect(await accessibilityFaults(page)).toEqual([]);

  const ended = await request.delete(`/api/v1/hooks/${id}`, { headers });
  expect(ended.status()).toBe(204);
  await page.goto("/connections");
  await expect(row).toHaveCount(0);
  const gone = page.getByRole("list", { name: "Hooks that ended" }).getByRole("listitem");
  const one = gone.filter({ hasText: `${target.address}/hook` });
  await expect(one).toContainText("It was unsubscribed.");

  await one.getByRole("link").click();
  await expect(page).toHaveURL(`/connections/${id}`);
  await expect(page.getByRole("region", { name: "Ended" })).toContainText("It was unsubscribed.");
  await expect(page.getByText(`lead.routed to ${target.address}/hook`)).toBeVisible();
  await expect(page.getByRole("button", { name: /Replay/ })).toHaveCount(0);
  const line = toldRow(page, id, leadId);
  await expect(line).toContainText("It was taken.");
  await line.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Payload" })).toBeVisible();
  await expect(page.locator("pre")).toContainText(leadId);
  await expect(page.getByRole("button", { name: /Replay/ })).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("K.1: a hook whose receiver answers 410 is seen as ended, with its reason", async ({
  as,
  page,
  request,
}) => {
  const { id } = await subscribe(request, "/gone");
  const { leadId, route } = await routed(page, request, as);
  unwanted = leadId;
  await route();
  await expect.poll(() => told(leadId).length, { timeout: 30_000 }).toBe(1);
  await as("marketing_ops");
  await page.goto("/connections");
  const gone = page
    .getByRole("list", { name: "Hooks that ended" })
    .getByRole("listitem")
    .filter({ hasText: `${target.address}/gone` });
  await expect(async () => {
    await page.reload();
    await expect(gone).toContainText("Its target answered 410.", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(hookRow(page, `/connections/${id}`)).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await gone.getByRole("link").click();
  await expect(page.getByRole("region", { name: "Ended" })).toContainText(
    "Its target answered 410.",
  );
  await expect(toldRow(page, id, leadId)).toContainText("410");
});
