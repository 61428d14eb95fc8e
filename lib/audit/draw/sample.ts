import { chanceOf, drawFrom } from "./chance";

/** A lead that can be drawn: by its id, and the stratum that it is of ('' in a simple sample). */
export type Candidate = { leadId: string; stratum: string };

/** One of a sample, in the order of drawing. */
type Drawn = Candidate & { place: number };

/** The candidates of each stratum, strata and leads in the order of their names and ids. */
function byStratum(population: readonly Candidate[]): Map<string, Candidate[]> {
  const order = (one: string, other: string) => (one < other ? -1 : Number(one > other));
  const sorted = population.toSorted(
    (a, b) => order(a.stratum, b.stratum) || order(a.leadId, b.leadId),
  );
  return Map.groupBy(sorted, ({ stratum }) => stratum);
}

/**
 * How many of `size` places each stratum gets, in proportion. Whole parts are certain; the places
 * that are left go to the remainders by a systematic draw (Madow 1949), so that a stratum gets its
 * exact share on average, and every lead of every stratum is equally likely. Largest remainders
 * would leave the leads of a small stratum without any chance. Whole numbers throughout.
 */
export function places(sizes: readonly number[], size: number, seed: string): number[] {
  const all = sizes.reduce((sum, each) => sum + each, 0);
  const start = chanceOf(`${seed}/places`).below(all);
  let before = 0;
  return sizes.map((each) => {
    const remainder = (size * each) % all;
    const hit = Math.ceil((before + remainder - start) / all) > Math.ceil((before - start) / all);
    before += remainder;
    return Math.floor((size * each) / all) + Number(hit);
  });
}

const streamOf = (seed: string, stratum: string) => chanceOf(`${seed}/stratum/${stratum}`);

/**
 * Draws `size` leads by a seed: the same seed, population and size give the same sample, whatever
 * the order of the population (A.1). Throws where there are fewer leads than places.
 */
export function drawSample(population: readonly Candidate[], size: number, seed: string): Drawn[] {
  if (size > population.length) throw new RangeError("There are fewer leads than places.");
  const strata = [...byStratum(population)];
  const share = places(
    strata.map(([, leads]) => leads.length),
    size,
    seed,
  );
  const drawn = strata.flatMap(([stratum, leads], at) =>
    drawFrom(leads, share[at] ?? 0, streamOf(seed, stratum)),
  );
  // The order of the sample tells nothing of strata.
  return drawFrom(drawn, size, chanceOf(`${seed}/order`)).map((one, at) => ({
    ...one,
    place: at + 1,
  }));
}

/**
 * The next lead of a stratum after those that were drawn of it: whoever comes in for one that is
 * swapped out is decided by the seed, too. Null where all of the stratum were drawn.
 */
export function nextOf(
  population: readonly Candidate[],
  { stratum, drawn, seed }: { stratum: string; drawn: number; seed: string },
): Candidate | null {
  const leads = byStratum(population).get(stratum) ?? [];
  return drawFrom(leads, drawn + 1, streamOf(seed, stratum))[drawn] ?? null;
}

/**
 * Every lead that a seed has chosen once so many of each stratum came in for others: the sample and
 * its reserve, without an order.
 */
export function chosenWith(
  population: readonly Candidate[],
  { size, seed, swaps }: { size: number; seed: string; swaps: ReadonlyMap<string, number> },
): Set<string> {
  if (size > population.length) return new Set();
  const sample = drawSample(population, size, seed);
  const strata = Map.groupBy(sample, ({ stratum }) => stratum);
  const later = [...swaps].flatMap(([stratum, count]) => {
    const drawn = strata.get(stratum)?.length ?? 0;
    const places = Array.from({ length: count }, (_, at) => drawn + at);
    return places.flatMap((at) => nextOf(population, { stratum, drawn: at, seed })?.leadId ?? []);
  });
  return new Set([...sample.map(({ leadId }) => leadId), ...later]);
}

/** Three reps by the seed of an audit (A.4), fewer where there are fewer. */
export function drawReps(ids: readonly string[], count: number, seed: string): string[] {
  return drawFrom(ids.toSorted(), count, chanceOf(`${seed}/reps`));
}
