import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { API_KEY } from "./support/keys";
import { takeFromQueue } from "./support/queue";
import { accessibilityFaults, expect, test } from "./support/test";

const headers = { authorization: `Bearer ${API_KEY}` };
const SCRIPT = `<script>window.hit=1</script><img src=x onerror="window.hit=1">`;
const TURNED = "\u202Egnitekram fo PV\u2067";
const HIDDEN = "Cold\u200B chain\u{E0048}\u{E0069} 👩‍💻";
const FORMULA = `=HYPERLINK("http://x.example";"Pricing")`;
const LONG = "W".repeat(99_000);
/** What may stand in no text of ours that is shown: it acts on the words around it. */
const ACTING = /[\u202A-\u202E\u2066-\u2069\u200B\u{E0000}-\u{E007F}]/u;

type Lead = { id: string; email: string; handoffId: string | null; status: string };

/** A lead whose every field is an attack, told through the public API. */
async function capture(request: APIRequestContext): Promise<Lead> {
  const family = `Vane${randomUUID().replace(/[^a-f]/g, "")}`;
  const email = `ada.${family.toLowerCase()}@unheard-of.example`;
  const data = {
    email,
    firstName: `Ada\u202E`,
    lastName: family,
    jobTitle: `${TURNED}${SCRIPT}`,
    company: `${SCRIPT} Unheard Of\u200B Inc.`,
    phone: "+47 406 12 345",
    linkedinUrl: "https://www.linkedin.com/in/ada-hostile",
    region: "Norway",
    campaign: `${FORMULA}${"C".repeat(400)}`,
    channel: HIDDEN,
    asset: SCRIPT,
  };
  const created = await request.post("/api/v1/leads", { headers, data });
  expect(created.status()).toBe(201);
  const lead = await created.json();
  expect(lead.fields["C1.2"].value).toBe(data.jobTitle);
  expect(lead.fields["C5.3"].value.channel).toBe(HIDDEN);
  return { ...lead, email };
}

/** What it did: titles, a question and a chat of a hundred kilobytes. */
async function visit(request: APIRequestContext, leadEmail: string) {
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const told = (kind: string, hours: number, rest: object) => {
    return { id: randomUUID(), leadEmail, kind, occurredAt: at(hours), ...rest };
  };
  const activities = [
    told("page_viewed", 80, { path: "/integrations/sap", seconds: 140 }),
    told("event_attended", 70, { title: `${TURNED} ${SCRIPT}` }),
    told("page_viewed", 50, { path: "/pricing", title: SCRIPT, seconds: 150 }),
    told("page_viewed", 26, { path: "/pricing", seconds: 100 }),
    told("content_downloaded", 25, { title: FORMULA }),
    told("chat", 20, { transcript: `Ada: What does ${TURNED} cost?\n${SCRIPT}\n${LONG}` }),
    told("form_submitted", 1, { form: "Request a demo", fields: { note: SCRIPT } }),
  ];
  const answer = await request.post("/api/v1/activities", { headers, data: { activities } });
  expect(await answer.json()).toMatchObject({ accepted: activities.length });
}

/** Nothing ran, nothing was made an element, nothing turns or hides words, nothing is too wide. */
async function expectInert(page: Page) {
  const seen = await page.evaluate(() => ({
    hit: "hit" in window,
    made:
      document.querySelectorAll("img[src='x'], [onerror]").length +
      [...document.scripts].filter(({ text }) => text === "window.hit=1").length,
    words: `${document.title} ${document.querySelector("main")?.textContent}`,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(seen.hit).toBe(false);
  expect(seen.made).toBe(0);
  expect(seen.words).not.toMatch(ACTING);
  expect(seen.over).toBe(0);
}

/** Fills or confirms by hand whatever still holds it. */
async function release(ops: Page, id: string) {
  await ops.goto(`/ops/${id}`);
  const values = [
    ["Job title", `${TURNED}${SCRIPT}`],
    ["Direct email", null],
    ["Employees", "850"],
    ["Industry", "Logistics, cold chain"],
    ["CRM match", "None"],
  ] as const;
  const missing = ops.getByRole("region", { name: "Missing" });
  for (const [label, value] of values) {
    const labelled = ops.getByLabel(label, { exact: true });
    const row = missing.getByRole("listitem").filter({ has: labelled });
    const field = row.getByLabel(label, { exact: true });
    if (label === "CRM match") await field.selectOption(value);
    else if (value) await field.fill(value);
    await row.getByRole("button", { name: /^(Fill|Confirm)$/ }).click();
    await expect(row).toHaveCount(0);
  }
}

test("hostile words are kept as given and shown inert: board, editor, handoff, API, export", async ({
  page,
  as,
  request,
  context,
}) => {
  const lead = await capture(request);
  await visit(request, lead.email);
  await as("marketing_ops");
  await page.goto(`/ops?q=${lead.email}`);
  await expect(page.getByRole("table").getByRole("link")).toHaveCount(1);
  await expectInert(page);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(`/ops/${lead.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ada Vane");
  await expectInert(page);
  await release(page, lead.id);
  const state = async () =>
    (await (await request.get(`/api/v1/leads/${lead.id}`, { headers })).json()) as Lead;
  await expect.poll(async () => (await state()).status).toBe("routed");
  await expectInert(page);

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/leads/${lead.id}`);
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await expectInert(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Copy for CRM" }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).not.toMatch(ACTING);
  expect(text.split("\n").filter((line) => /^[=+@]/.test(line))).toEqual([]);
  expect(text.length).toBeLessThan(20_000);

  const { handoffId } = await state();
  const answer = await request.get(`/api/v1/handoffs/${handoffId}`, { headers });
  expect(answer.headers()["content-type"]).toContain("application/json");
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  const handoff = await answer.json();
  expect(handoff.fields["C1.2"].value).toBe(`${TURNED}${SCRIPT}`);
});

test("what is endless is refused by the name of its field, and nothing is kept of it", async ({
  request,
}) => {
  const email = `${randomUUID()}@unheard-of.example`;
  const answer = await request.post("/api/v1/leads", {
    headers,
    data: { email, jobTitle: LONG },
  });
  expect(answer.status()).toBe(400);
  expect(JSON.stringify(await answer.json())).toContain("jobTitle");
  const found = await request.get(`/api/v1/leads?email=${email}`, { headers });
  expect((await found.json()).total).toBe(0);
});

test("a character that the database cannot keep breaks no address, no form and no attempt", async ({
  page,
  as,
}) => {
  await as("rep");
  expect((await page.request.get("/api/queue/find?words=%00")).status()).toBe(200);
  await takeFromQueue(page);
  await page.keyboard.press("l");
  const log = page.getByRole("region", { name: "Log an attempt" });
  await log.getByRole("textbox", { name: "In your words" }).fill("Left\0 word.");
  await log.getByRole("button", { name: "Left a message" }).click();
  await expect(page.getByText("Logged: call, left a message.")).toBeVisible();
});
