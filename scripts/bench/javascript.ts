import { gzipSync } from "node:zlib";
import type { Row } from "./row";
import { page, type Target } from "./target";

const SCRIPT = /static\/chunks\/[^"'\\\s?]+\.js/g;
const FOR_OLD_BROWSERS = /<script[^>]*\bnoModule\b[^>]*>/gi;

/**
 * Bytes of JavaScript, each file compressed, that a page names in what it sends first: the scripts
 * of its document, and those its data asks for. What is fetched when something is opened is not there.
 */
async function firstLoad(target: Target): Promise<number> {
  const html = await page(target, target.paths[0] ?? "/");
  const now = html.replaceAll(FOR_OLD_BROWSERS, "");
  const names = new Set(now.match(SCRIPT));
  const sizes = await Promise.all(
    [...names].map(async (name) => {
      const answer = await fetch(`${target.origin}/_next/${name}`);
      if (!answer.ok) throw new Error(`${target.name} names ${name}, which is not there.`);
      return gzipSync(await answer.bytes()).length;
    }),
  );
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

const LIMITS = { queue: 80, lead: 60 } as const;

/** JavaScript of the two pages that a rep works with, over the empty page's own. */
export async function javascriptRows(
  empty: Target,
  pages: Record<keyof typeof LIMITS, Target>,
): Promise<Row[]> {
  const floor = await firstLoad(empty);
  const row = async (what: string, key: keyof typeof LIMITS): Promise<Row> => {
    const bytes = await firstLoad(pages[key]);
    return {
      what: `${what}, kB of JavaScript (gzip) over the empty page's, of ${LIMITS[key]}`,
      ratio: (bytes - floor) / 1000 / LIMITS[key],
      limit: { way: "at most", of: 1 },
      measured: `${kB(bytes - floor)} kB more than ${kB(floor)}`,
    };
  };
  return [await row("/queue", "queue"), await row("/leads/[id]", "lead")];
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1);
