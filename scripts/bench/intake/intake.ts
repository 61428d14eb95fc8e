import { start } from "../../child";
import type { BenchDatabase } from "../databases";
import { median } from "../median";
import { load } from "../rounds";
import type { Row } from "../row";
import type { Target } from "../target";
import { someLeads } from "./commands";
import { TOGETHER } from "./events";
import type { Sending, Sent } from "./send";

const LEADS = 500;
const ROUNDS = 4;
const SECONDS = 3;

/**
 * Events that a server acknowledges in a second over a bare INSERT of the same rows, how even the
 * acknowledgements are, and what its queue page keeps while events come in at half of that rate.
 */
export async function intakeRows(queue: Target, { ownerUrl }: BenchDatabase): Promise<Row[]> {
  const { origin } = queue;
  const leads = await someLeads(ownerUrl, LEADS);
  const sent = (to: Sending["to"], seconds: number, perSecond?: number) =>
    sending({ to, origin, ownerUrl, leads, seconds, ...(perSecond ? { perSecond } : {}) });
  const taken: Record<Sending["to"], Sent[]> = { floor: [], activities: [], tracking: [] };
  const ways = ["floor", "activities", "tracking"] as const;
  for (const way of ways) await sent(way, 1);
  // In turns: a machine that gets busy in between is busy for all of them.
  for (let round = 0; round < ROUNDS; round++)
    for (const way of ways) taken[way].push(await sent(way, SECONDS));
  const rate = (way: Sending["to"]) => median(taken[way].map(({ perSecond }) => perSecond));
  const quiet: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    quiet.push(await load(queue, SECONDS));
    const coming = sent("activities", SECONDS + 2, rate("activities") / 2);
    busy.push(await load(queue, SECONDS));
    await coming;
  }
  return [
    rateRow("POST /api/v1/activities", rate("activities"), rate("floor")),
    rateRow("POST /v1/batch", rate("tracking"), rate("floor")),
    evennessRow(taken.activities.flatMap(({ tookMs }) => tookMs)),
    queueRow(median(busy), median(quiet)),
  ];
}

const rateRow = (what: string, taken: number, floor: number): Row => ({
  what: `${what} with ${TOGETHER}, events a second over a bare INSERT's`,
  ratio: taken / floor,
  limit: { way: "at least", of: 0.5 },
  measured: `${taken.toFixed(0)} of ${floor.toFixed(0)} events a second`,
});

function evennessRow(tookMs: readonly number[]): Row {
  const inOrder = tookMs.toSorted((one, other) => one - other);
  const most = inOrder[Math.floor(inOrder.length * 0.99)] ?? Number.NaN;
  const usual = median(inOrder);
  return {
    what: "POST /api/v1/activities under load, 99th percentile over the median",
    ratio: most / usual,
    limit: { way: "at most", of: 4 },
    measured: `${most.toFixed(0)} over ${usual.toFixed(0)} ms`,
  };
}

const queueRow = (busy: number, quiet: number): Row => ({
  what: "/queue, requests a second while events come in at half that rate over without",
  ratio: busy / quiet,
  limit: { way: "at least", of: 0.7 },
  measured: `${busy.toFixed(1)} of ${quiet.toFixed(1)} requests a second`,
});

function sending(what: Sending): Promise<Sent> {
  const child = start(process.execPath, ["--import", "tsx", "scripts/bench/intake/send.ts"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", (sent: Sent) => resolve(sent));
    child.once("exit", () => reject(new Error(`Events to ${what.to}: the sender ended early.`)));
    child.send(what);
  });
}
