import { isAtCap } from "./availability";
import type { Rerouting } from "./rerouting";
import type { Standing } from "./rules/rule";
import { type CreditChange, takeTurn } from "./turn";

/**
 * Who gets what nobody can take: the rep whom the settings name, or, while they name none with access,
 * another who stands in.
 */
export type Fallback = { id: string; name: string; isNamed: boolean };

/** Who gets a lead that no rule gives to anybody; `path` and `reason` say why they do. */
type LastResort = {
  id: string;
  name: string;
  credits: CreditChange[];
  path: string[];
  reason: string;
};

const NO_RULE = "no rule found anybody";
const FOUND_NOBODY = "no rule found anybody who can take it";

/** Why one can be given nothing; null where they can take a lead, now or later. */
const hindranceOf = ({ availability: one }: Standing) => (one.can === "not" ? one.words : null);

function whyNotFallback(
  fallback: Fallback,
  team: readonly Standing[],
  notTo: readonly string[],
): string | null {
  if (notTo.includes(fallback.id)) return "had this lead already";
  const standing = team.find(({ rep }) => rep.id === fallback.id);
  return standing ? hindranceOf(standing) : null;
}

/** Those who can take it, by turns. */
function byTurns(team: readonly Standing[], named: Fallback | null, why: string | null) {
  const able = team.filter((one) => hindranceOf(one) === null).map(({ rep }) => rep);
  const turn = takeTurn(able);
  const rep = able.find(({ id }) => id === turn?.repId);
  if (!turn || !rep) return null;
  const path = [NO_RULE, ...(named ? [`${named.name} ${why}`] : []), `${rep.name} gets it`];
  const reason = named ? `${FOUND_NOBODY}, and the fallback ${why}` : FOUND_NOBODY;
  return { id: rep.id, name: rep.name, credits: turn.changes, path, reason };
}

/**
 * Somebody with access whom something hinders, by turns: who is away sooner than who is at their cap,
 * since a lead goes on from them as soon as anybody has room; where all are at theirs, who is there.
 */
function hinderedBeside(team: readonly Standing[], ids: readonly string[]): Standing | undefined {
  const others = team.map(({ rep }) => rep).filter((rep) => rep.active && !ids.includes(rep.id));
  const withRoom = others.filter((rep) => !isAtCap(rep));
  const there = others.filter(({ presence }) => presence.is !== "away");
  const turn = takeTurn([withRoom, there, others].find(({ length }) => length > 0) ?? []);
  return team.find(({ rep }) => rep.id === turn?.repId);
}

/** The named fallback, whatever hinders them: with them a lead has a clock and a place in a queue. */
function whateverHinders({ id, name }: Fallback, why: string | null): LastResort {
  const path = [NO_RULE, `${name} ${why}`, "nobody else can take it", `${name} gets it`];
  const reason = "nobody can take it now, and you are the fallback";
  return { ...{ id, name, credits: [] }, path, reason };
}

/** Another in place of a fallback who had the lead, in these words, or of one whom nobody named. */
function insteadOf(fallback: Fallback, had: string, one: Standing): LastResort {
  const { id, name } = one.rep;
  const stands = `${name}, who ${hindranceOf(one)}, stands in and gets it`;
  if (!fallback.isNamed) {
    const path = [NO_RULE, "no fallback is named", "nobody can take it", stands];
    const reason = "nobody can take it now, no fallback is named, and you stand in";
    return { ...{ id, name, credits: [] }, path, reason };
  }
  return {
    id,
    name,
    credits: [],
    path: [NO_RULE, `${fallback.name} ${had}`, "nobody else can take it", stands],
    reason: `nobody can take it now, the fallback ${had}, and you stand in`,
  };
}

/**
 * Who gets a lead that nobody can take: the fallback, unnamed only while they are not at their cap; where
 * they are among those who had it, another who had it not; and where all did, anybody sooner than the last
 * of them, who sent it back.
 */
function whoeverIsLeft(
  fallback: Fallback,
  why: string | null,
  team: readonly Standing[],
  had: readonly string[],
): LastResort {
  const standsIn = team.find(({ rep }) => rep.id === fallback.id && !isAtCap(rep));
  for (const beside of [had, had.slice(0, 1), []]) {
    const hadIt = beside.includes(fallback.id);
    if (fallback.isNamed && !hadIt) break;
    const other = (!hadIt && standsIn) || hinderedBeside(team, beside);
    const words = fallback.id === had[0] ? "sent it back" : "had it before";
    if (other) return insteadOf(fallback, words, other);
  }
  return whateverHinders(fallback, why);
}

/**
 * Who gets a lead that no rule gives to anybody (C5.2): whom the settings name as the fallback; while
 * they can take nothing, another who can, by turns; and where nobody can, the fallback all the same,
 * over their cap too, so that no lead is without an owner. There `lastTo` get it only where nobody else
 * has access. One that is taken from somebody stays with them sooner than it goes to one who can take
 * nothing. Null there, and where no rep has access.
 */
export function lastResort(
  fallback: Fallback | null,
  team: readonly Standing[],
  { notTo, lastTo = [] }: Pick<Rerouting, "notTo" | "lastTo">,
): LastResort | null {
  const why = fallback && whyNotFallback(fallback, team, notTo);
  const named = fallback?.isNamed ? fallback : null;
  if (named && why === null) {
    const path = [NO_RULE, `${named.name} gets it`];
    return { id: named.id, name: named.name, credits: [], path, reason: FOUND_NOBODY };
  }
  const able = byTurns(team, named, why);
  if (able || !fallback || notTo.length > 0) return able;
  return whoeverIsLeft(fallback, why, team, lastTo);
}
