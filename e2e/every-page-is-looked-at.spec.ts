import type { Page } from "@playwright/test";
import type { Resting } from "@/db/factories/resting";
import { restingConnections } from "./support/resting";
import { accessibilityFaults, expect, test, VIEWS } from "./support/test";

const PAGES = [
  { name: "queue", role: "rep", address: "/queue" },
  { name: "handoff", role: "rep", address: "/queue", open: 1 },
  { name: "board", role: "marketing_ops", address: "/ops" },
  { name: "held", role: "marketing_ops", address: "/ops", open: 0 },
  { name: "editor", role: "marketing_ops", address: "/ops?show=summary", open: 0 },
  { name: "audit", role: "manager", address: "/audit" },
  { name: "audit-draw", role: "manager", address: "/audit/draw" },
  { name: "audit-done", role: "manager", address: "/audit", open: /Done/ },
  { name: "audit-lead", role: "manager", address: "/audit", open: /Done/, within: "/leads/3" },
  { name: "audit-fakes", role: "manager", address: "/audit/fake-completeness" },
  { name: "audit-findings", role: "manager", address: "/audit/findings" },
  { name: "outcomes", role: "manager", address: "/outcomes" },
  { name: "settings", role: "admin", address: "/settings" },
  { name: "you", role: "rep", address: "/settings/you" },
  { name: "routing", role: "admin", address: "/settings/routing" },
  { name: "routing-read", role: "manager", address: "/settings/routing" },
  { name: "sla", role: "admin", address: "/settings/sla" },
  { name: "sla-read", role: "manager", address: "/settings/sla" },
  { name: "icp", role: "admin", address: "/settings/icp" },
  { name: "icp-read", role: "manager", address: "/settings/icp" },
  { name: "model", role: "admin", address: "/settings/model" },
  { name: "model-read", role: "manager", address: "/settings/model" },
  { name: "trail", role: "admin", address: "/settings/trail" },
  { name: "phrases", role: "marketing_ops", address: "/settings/phrases" },
  { name: "notices", role: "rep", address: "/settings/notices" },
  { name: "connections", role: "admin", address: "/connections" },
  { name: "chain", role: "admin", address: "/connections/chain" },
  { name: "verdicts", role: "marketing_ops", address: "/connections/verdicts" },
  { name: "field-map", role: "marketing_ops", address: "/connections/fields" },
  { name: "import", role: "marketing_ops", address: "/connections/import" },
  { name: "api-docs", role: "admin", address: "/api/v1/docs" },
] as const;

/** Widths of other screens; 320 is one of 1,280 at 400 % (WCAG 1.4.10). */
const BETWEEN = [1280, 1024, 768, 320];

/** Pages of connections that the demonstration has none of, below `/connections/`. */
const OF_CONNECTIONS: { name: string; below: (resting: Resting) => string }[] = [
  { name: "connection-read", below: ({ source }) => source },
  { name: "connection-fields", below: ({ crm }) => `${crm}/fields` },
  { name: "connection-hook", below: ({ hook }) => hook },
  { name: "connection-ended", below: ({ ended }) => ended },
  { name: "connection-event", below: ({ hook, hookEvent }) => `${hook}/events/${hookEvent}` },
];

/** Where the page, or a table of it, is wider than its place. */
const spilling = (page: Page) =>
  page.evaluate(() => {
    const wider = [...document.querySelectorAll("main table")].flatMap((table) => {
      const place = table.closest("section, main");
      const over = place ? table.getBoundingClientRect().width - place.clientWidth : 0;
      return over > 1 ? [`${table.getAttribute("aria-label")}: ${Math.round(over)} px`] : [];
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [...wider, `page: ${scrollWidth - clientWidth} px`] : wider;
  });

/** What every page keeps, as it stands now. */
async function look(page: Page, said: readonly string[], screenshot: string) {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  // A chart is drawn once it knows its width; until then its place is empty, to axe and in a picture.
  for (const chart of await page.getByRole("figure").all()) {
    await expect(chart.locator("svg").first()).toBeVisible();
  }
  await page.screenshot({ path: `test-results/screenshots/${screenshot}.png` });
  expect(await spilling(page)).toEqual([]);
  // The place one is at, in a line of places that a phone scrolls sideways.
  const current = page.locator("nav > [aria-current]:visible");
  for (const place of await current.all()) await expect(place).toBeInViewport({ ratio: 0.9 });
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(said).toEqual([]);
}

/** Makes the page as large as a view is, in its colours; answers what goes wrong in its console. */
async function seenAs(page: Page, { width, height, colorScheme }: (typeof VIEWS)[number]) {
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  return said;
}

for (const { name, role, address, ...rest } of PAGES) {
  for (const view of VIEWS) {
    test(`${name}, ${view.name}: nothing is cut off, nothing fails axe`, async ({ page, as }) => {
      await as(role);
      const said = await seenAs(page, view);
      await page.goto(address);
      if ("open" in rest) {
        const from = page.url();
        const rows = page.locator("tbody tr");
        const { open } = rest;
        // The last: what other specs do meanwhile is listed before it.
        const row =
          typeof open === "number" ? rows.nth(open) : rows.filter({ hasText: open }).last();
        await row.getByRole("link").first().click();
        await expect(page).not.toHaveURL(from);
        if ("within" in rest) await page.goto(page.url() + rest.within);
      }
      await look(page, said, `${name}-${view.name}`);
      if (view.name !== "wide") return;
      for (const width of BETWEEN) {
        await page.setViewportSize({ width, height: view.height });
        await expect.poll(() => spilling(page), `at ${width}`).toEqual([]);
      }
    });
  }
}

test.describe("a connection", () => {
  let resting: Resting;
  test.beforeAll(async () => {
    resting = await restingConnections();
  });

  for (const { name, below } of OF_CONNECTIONS) {
    for (const view of VIEWS) {
      test(`${name}, ${view.name}: nothing is cut off, nothing fails axe`, async ({ page, as }) => {
        await as("admin");
        const said = await seenAs(page, view);
        await page.goto(`/connections/${below(resting)}`);
        await look(page, said, `${name}-${view.name}`);
      });
    }
  }
});
