import { giveActivities } from "./commands";
import type { BenchDatabase } from "./databases";
import type { Row } from "./row";
import type { Target } from "./target";

const FEW = 10;
const MANY = 100_000;

/** The handoff pages of two leads of a target: one with few activities, and one with very many. */
export async function byTrailLength(lead: Target, { ownerUrl }: BenchDatabase) {
  const [quiet = "", busy = ""] = lead.paths;
  const now = new Date();
  await giveActivities(ownerUrl, FEW, now, idIn(quiet));
  await giveActivities(ownerUrl, MANY, now, idIn(busy));
  return { quiet: { ...lead, paths: [quiet] }, busy: { ...lead, paths: [busy] } };
}

const idIn = (path: string) => path.split("/").at(-1) ?? "";

/** The handoff page is one snapshot: how much its lead ever did must not matter. */
export function trailLengthRow({ quiet, busy }: Record<"quiet" | "busy", number>): Row {
  return {
    what: `/leads/[id], time with ${MANY} activities of its lead over ${FEW}`,
    ratio: quiet / busy,
    limit: { way: "at most", of: 1.2 },
    measured: `${busy.toFixed(1)} and ${quiet.toFixed(1)} requests a second`,
  };
}
