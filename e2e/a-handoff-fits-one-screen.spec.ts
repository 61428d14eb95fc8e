import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { createLead, documentCustomer, evaluate } from "./support/documenting";
import { API_KEY } from "./support/keys";
import { atWork, openFromQueue } from "./support/queue";
import { accessibilityFaults, expect, test, VIEWS } from "./support/test";

test("Q.3: a reason not to call, why now, what to say, how to reach, then the five categories", async ({
  page,
  as,
}) => {
  await as("rep");
  await openFromQueue(page);
  const headings = await page.getByRole("heading", { level: 2 }).allTextContents();
  const wanted = [
    "Why now",
    "Contact basics",
    "Company intelligence",
    "Behavioral trail",
    "Summary",
    "Scoring context",
    "Handoff metadata",
    "Since the handoff",
  ];
  expect(headings.filter((heading) => wanted.includes(heading))).toEqual(wanted);
  const contact = page.getByRole("region", { name: "Contact basics" });
  await expect(contact.locator("a[href^='tel:+']")).toBeVisible();
  await expect(contact.locator("a[href^='mailto:']")).toBeVisible();
});

for (const { name, width, height, colorScheme } of VIEWS) {
  test(`Q.3: the handoff fits the screen and axe finds nothing, ${name}`, async ({ page, as }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await as("rep");
    await page.goto("/queue");
    await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    await openFromQueue(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    const size = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      high: document.documentElement.scrollHeight,
    }));
    expect(size.wide).toBeLessThanOrEqual(width);
    if (width > 1000) expect(size.high).toBeLessThanOrEqual(height);
  });
}

type HandoffPage = {
  data: { leadId: string; owner: { name: string } }[];
  nextCursor: string | null;
};

/** The leads that the signed-in rep was ever given, those first of which there is most to say. */
async function ownLeads(page: Page, request: APIRequestContext): Promise<string[]> {
  await page.goto("/queue");
  const own = await page.getByRole("banner").getByRole("paragraph").first().textContent();
  const headers = { authorization: `Bearer ${API_KEY}` };
  const mine: { leadId: string }[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const at = `/api/v1/handoffs?limit=100${cursor}`;
    const { data, nextCursor } = (await (await request.get(at, { headers })).json()) as HandoffPage;
    mine.push(...data.filter(({ owner }) => own?.includes(owner.name)));
    cursor = nextCursor === null ? null : `&cursor=${nextCursor}`;
  }
  const fullest = mine.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  return fullest.map(({ leadId }) => leadId);
}

/** What is not among the fullest fits all the more. */
const FULLEST = 12;

test("Q.3: one screen holds the fullest of a rep's handoffs", async ({ page, as, request }) => {
  await as("rep");
  const leads = await ownLeads(page, request);
  expect(leads.length).toBeGreaterThan(FULLEST);
  const tooLarge: string[] = [];
  for (const id of leads.slice(0, FULLEST)) {
    await page.goto(`/leads/${id}`);
    const name = await page.getByRole("heading", { level: 1 }).textContent();
    const { wide, high } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      high: document.documentElement.scrollHeight,
    }));
    if (wide > 1440 || high > 900) tooLarge.push(`${name}: ${wide} × ${high}`);
  }
  expect(tooLarge).toEqual([]);
});

test("Q.3: a handoff prints on one sheet", async ({ page, as, request }) => {
  await as("rep");
  for (const id of (await ownLeads(page, request)).slice(0, 4)) {
    await page.goto(`/leads/${id}`);
    await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  }
});

test("C4: on paper every point of the score is there, and the moment that it is all told of", async ({
  page,
  as,
  request,
}) => {
  await as("rep");
  const [id] = await ownLeads(page, request);
  await page.goto(`/leads/${id}`);
  await atWork(page);
  const scoring = page.getByRole("region", { name: "Scoring context" });
  const rest = (await scoring.locator("summary").textContent()) ?? "";
  expect(rest).toMatch(/^\d+ more, \+\d+$/);
  const shown = await scoring.locator("li").count();
  const asOf = page.getByText(/^as of \w{3} \d+ \w+ \d{4}, \d\d:\d\d:\d\d/);
  await expect(asOf).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(scoring.locator("li")).toHaveCount(shown + Number.parseInt(rest, 10));
  await expect(asOf).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(scoring.locator("li")).toHaveCount(shown);
});

const LONG = {
  firstName: "Maximiliane-Charlotte Friederike Wilhelmine",
  lastName: "von Hohenlohe-Waldenburg-Schillingsfürst",
  jobTitle: "Executive Vice President of Global Cold Chain Logistics and Procurement Services",
  company: "Norddeutsche Kühlhaus- und Speditionsgesellschaft Hansen Petersen und Söhne Holding",
  campaign: "Peak season readiness for temperature-controlled warehouses in the Nordic countries",
  asset: "The complete guide to temperature-controlled warehousing under the 2026 regulations",
};
const TITLES = [
  "How a pan-European distributor cut its spoilage by a third within a single peak season",
  "Checklist: what to ask a vendor of warehouse sensors before the second conversation is booked",
  "Migrating forty-two warehouses without downtime: the plan, the risks and what it really cost",
];

test("Q.3: one screen holds names of eighty characters and titles as long", async ({
  page,
  as,
  browser,
  request,
}) => {
  const email = `maximiliane.${randomUUID()}@unheard-of.example`;
  const id = await createLead(request, { email, region: "Norway", ...LONG });
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const activities = TITLES.map((title, place) => ({
    ...{ id: randomUUID(), leadEmail: email, title },
    kind: place === 2 ? "event_attended" : "content_downloaded",
    occurredAt: at(30 + place * 26),
  }));
  const headers = { authorization: `Bearer ${API_KEY}` };
  const told = await request.post("/api/v1/activities", { headers, data: { activities } });
  expect(told.status()).toBe(202);
  await evaluate(request, email);
  await documentCustomer(browser, id, email);

  await as("rep");
  await page.goto(`/leads/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hohenlohe");
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  const { wide, high } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    high: document.documentElement.scrollHeight,
  }));
  expect(wide).toBeLessThanOrEqual(1440);
  expect(high).toBeLessThanOrEqual(900);
});

test.describe("under a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("Q.3: what opens and what acts is as high as one presses", async ({ page, as }) => {
    await as("rep");
    await openFromQueue(page);
    await atWork(page);
    // Words that explain themselves stand in lines of text, at the 24 px of WCAG 2.5.8.
    const targets = page
      .getByRole("main")
      .locator("summary, .button, nav a, a[href^=tel], a[href^=mailto]");
    await expect(targets.first()).toBeVisible();
    const low = await targets.evaluateAll((all) =>
      all
        .map((target) => ({
          name: target.textContent,
          high: target.getBoundingClientRect().height,
        }))
        .filter(({ high }) => high > 0 && high < 44),
    );
    expect(low).toEqual([]);
  });
});
