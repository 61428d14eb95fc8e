import { type Browser, chromium, type Page } from "@playwright/test";
import { opsAddress, opsLeadAddress } from "@/lib/platform/address";
import { findBrowser } from "../browser";
import { giveActivities } from "./commands";
import type { BenchDatabase } from "./databases";
import { median } from "./median";
import type { Row } from "./row";
import type { Target } from "./target";

const ACTIVITIES = 5_000;
const ROUNDS = 5;
const WARM_UPS = 3;
const KEYS = 15;

/**
 * From a key press to the frame that shows it: in the summary of a lead with thousands of activities
 * and in the search of the board, each over a bare text area of the empty page in the same browser.
 */
export async function typingRows(
  empty: Target,
  { lead, board }: { lead: Target; board: Target },
  { ownerUrl, leads }: BenchDatabase,
): Promise<Row[]> {
  const leadId = lead.paths.at(-1)?.split("/").at(-1) ?? "";
  await giveActivities(ownerUrl, ACTIVITIES, new Date(), leadId);
  const { path, sandbox } = await findBrowser();
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox: sandbox });
  try {
    const bare = await opened(browser, empty, "/");
    await bare.evaluate(() => document.body.append(document.createElement("textarea")));
    const editor = await opened(browser, board, opsLeadAddress(leadId));
    const search = await opened(browser, board, opsAddress());
    const bares: number[] = [];
    const summaries: number[] = [];
    const searches: number[] = [];
    // In turns: a machine that gets busy in between is busy for all of them.
    for (let round = 0; round < ROUNDS; round++) {
      bares.push(await keyToPaint(bare, "textarea"));
      summaries.push(await keyToPaint(editor, "textarea[aria-label=Summary]"));
      searches.push(await keyToPaint(search, "input[type=search]"));
    }
    const floor = median(bares);
    const row = (what: string, took: number): Row => ({
      what: `${what}, from a key press to its paint, over a bare text area's`,
      ratio: took / floor,
      limit: { way: "at most", of: 2 },
      measured: `${took.toFixed(1)} over ${floor.toFixed(1)} ms`,
    });
    return [
      row(`Summary of a lead with ${ACTIVITIES} activities`, median(summaries)),
      row(`Search of a board with ${leads} leads`, median(searches)),
    ];
  } finally {
    await browser.close();
  }
}

async function opened(browser: Browser, { origin, cookie }: Target, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = (cookie ?? "").split(/=(.*)/);
  if (name) await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  // Never idle: it listens to what changes.
  await page.goto(origin + path);
  return page;
}

/** Milliseconds from a key press in a field until it was painted, the median of many. */
async function keyToPaint(page: Page, field: string): Promise<number> {
  await page.bringToFront();
  await page.locator(field).focus();
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    // Nothing in here may have a name: the compiler would ask the page for a helper of its own.
    addEventListener(
      "keydown",
      (event) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => took.push(performance.now() - event.timeStamp);
          port2.postMessage(null);
        }),
      { capture: true },
    );
  });
  for (let run = -WARM_UPS; run < KEYS; run++) {
    await page.keyboard.press("e");
    await page.waitForFunction(
      (so) => (window as never as { took: number[] }).took.length > so,
      run + WARM_UPS,
    );
  }
  const took = await page.evaluate(() => (window as never as { took: number[] }).took);
  return median(took.slice(WARM_UPS));
}
