import type { ChildProcess } from "node:child_process";
import { chromium, type Page } from "@playwright/test";
import { leadAddress, queueAddress } from "@/lib/platform/address";
import { findBrowser } from "../browser";
import { start } from "../child";
import { environmentOf } from "../database";
import type { BenchDatabase } from "./databases";
import { median } from "./median";
import { someone } from "./queries";
import type { Ask, Told } from "./route";
import type { Row } from "./row";
import { cookieOf } from "./session";

/** One at 60 Hz, milliseconds. */
const FRAME_MS = 1000 / 60;
const WARM_UPS = 3;
const TIMES = 20;

/**
 * From the commit of a routing to its row on the screen of an open queue, over a bare
 * LISTEN/NOTIFY round trip and one frame. The queue is a short one, so that the row is on the screen.
 */
export async function arrivalRow(origin: string, database: BenchDatabase): Promise<Row> {
  const router = routerOf(database);
  const { rep } = await router.ask({ what: "rep" });
  if (!rep) throw new Error("Nobody has a queue.");
  const { email: ops } = await someone(database.ownerUrl, "marketing_ops");
  const { page, close } = await openQueue(origin, await cookieOf(rep));
  const seen: number[] = [];
  const notices: number[] = [];
  for (let run = -WARM_UPS; run < TIMES; run++) {
    const { leadId = "" } = await router.ask({ what: "prepare", ops });
    const { tookMs = Number.NaN } = await router.ask({ what: "notice" });
    const shown = onScreen(page, leadId);
    const { committedAt = Number.NaN } = await router.ask({
      what: "route",
      leadId,
      owner: rep.email,
    });
    const took = (await shown) - committedAt;
    if (run < 0) continue;
    seen.push(took);
    notices.push(tookMs);
  }
  await close();
  router.end();
  const floor = median(notices) + FRAME_MS;
  return {
    what: "From a routing's commit to its row on screen, over a notice's round trip and a frame",
    ratio: median(seen) / floor,
    limit: { way: "at most", of: 3 },
    measured: `${median(seen).toFixed(1)} over ${floor.toFixed(1)} ms`,
  };
}

/** A process that routes when it is asked to. */
function routerOf(database: BenchDatabase) {
  const child = start(process.execPath, ["--import", "tsx", "scripts/bench/route.ts"], {
    env: {
      ...process.env,
      ...environmentOf({ ...database, embedded: true }),
      BATON_SECRET: SECRET,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return { ask: (ask: Ask) => answerOf(child, ask), end: () => child.disconnect() };
}
const SECRET = "-".repeat(32);

function answerOf(child: ChildProcess, ask: Ask): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("The router of the bench ended."));
    child.once("exit", ended);
    child.once("message", (told: Told) => {
      child.off("exit", ended);
      resolve(told);
    });
    child.send(ask);
  });
}

async function openQueue(origin: string, cookie: string) {
  const { path, sandbox } = await findBrowser();
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox: sandbox });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = cookie.split(/=(.*)/);
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  const hears = page.waitForResponse(/api\/live/);
  await page.goto(origin + queueAddress());
  await hears;
  return { page, close: () => browser.close() };
}

/** Epoch milliseconds of the frame in which the lead's row is there. */
function onScreen(page: Page, leadId: string): Promise<number> {
  return page.evaluate(
    (start) =>
      // Nothing in here may have a name: the compiler would ask the page for a helper of its own.
      new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector(`a[href^="${start}"]`)) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        }).observe(document.body, { childList: true, subtree: true, attributes: true });
      }),
    leadAddress(leadId),
  );
}
