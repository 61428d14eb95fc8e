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
  { name: "hours", role: "rep", address: "/settings/hours" },
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

for (const { name, role, address, ...rest } of PAGES) {
  for (const { name: view, width, height, colorScheme } of VIEWS) {
    test(`${name}, ${view}: nothing is cut off, nothing fails axe`, async ({ page, as }) => {
      const said: string[] = [];
      page.on("console", (message) => message.type() === "error" && said.push(message.text()));
      await as(role);
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
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
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `test-results/screenshots/${name}-${view}.png` });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(said).toEqual([]);
    });
  }
}
