import { start } from "../child";
import type { Loaded, Round } from "./load";
import { median } from "./median";
import { page, type Target } from "./target";

const WARM_UP_SECONDS = 3;

/**
 * Requests a second of each target: the median of rounds that take turns (A B C, A B C …), so that
 * whatever else the machine does meets all of them alike. Each target is warmed up before.
 */
export async function requestsPerSecond<Name extends string>(
  targets: Record<Name, Target>,
  { rounds, secondsARound }: { rounds: number; secondsARound: number },
): Promise<Record<Name, number>> {
  const named = Object.entries<Target>(targets);
  for (const [, target] of named) {
    for (const path of target.paths) await page(target, path);
    await load(target, WARM_UP_SECONDS);
  }
  const taken = new Map(named.map(([name]): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, target] of named) taken.get(name)?.push(await load(target, secondsARound));
  const medians = named.map(([name]) => [name, median(taken.get(name) ?? [])] as const);
  return Object.fromEntries(medians) as Record<Name, number>;
}

/** Requests a second of one target, in one round. */
export function load({ name, origin, paths, cookie }: Target, seconds: number): Promise<number> {
  const child = start(process.execPath, ["--import", "tsx", "scripts/bench/load.ts"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const round: Round = { url: origin, paths: [...paths], ...(cookie ? { cookie } : {}), seconds };
  return new Promise((resolve, reject) => {
    child.once("message", ({ perSecond, failed }: Loaded) =>
      failed > 0 ? reject(new Error(`${name}: ${failed} requests failed.`)) : resolve(perSecond),
    );
    child.once("exit", () => reject(new Error(`${name}: the load ended before its round.`)));
    child.send(round);
  });
}
