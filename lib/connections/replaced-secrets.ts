import { keysOf } from "@/lib/platform/keys-of";
import {
  earlierInForce,
  keptEarlier,
  lastUntil,
  MOST_SECRETS,
  withEarlier,
} from "./earlier-secrets";
import type { Secrets } from "./secrets";
import { isSender, type System } from "./systems";

/** The key of the secret that proves the calls of a system; null where it does not call. */
const provenBy = (system: System) => (isSender(system) ? system.provenBy : null);

/** Those of what is kept that a system asks for, which the secrets that were replaced are not. */
export function ownSecrets(system: System, kept: Secrets): Secrets {
  const asked = new Set(system.settings.filter(({ secret }) => secret).map(({ key }) => key));
  return Object.fromEntries(Object.entries(kept).filter(([key]) => asked.has(key)));
}

/** What may be kept where another address is asked: what proves calls is sent to none. */
export function unsentSecrets(system: System, kept: Secrets): Secrets {
  const stays = [provenBy(system), "earlierSecrets"];
  return Object.fromEntries(Object.entries(kept).filter(([key]) => stays.includes(key)));
}

/**
 * A connection's secrets where some are typed anew: the others stay. Where the one is replaced that
 * proves calls, the one before proves them besides for some hours, since what is under way, or sent by
 * who has not changed over yet, bears it; for none where it got into the wrong hands.
 */
export function replacedSecrets(
  system: System,
  { kept, typed, hours }: { kept: Secrets; typed: Secrets; hours: number },
  now: Date,
): { secrets: Secrets; earlierUntil: Date | null } {
  const key = provenBy(system);
  if (key === null) return { secrets: { ...kept, ...typed }, earlierUntil: null };
  const before = kept[key];
  const replaced = before !== undefined && key in typed && typed[key] !== before;
  const known = replaced && hours > 0 ? withEarlier(kept, before, hours, now) : [];
  const earlier = replaced ? known.slice(0, MOST_SECRETS - 1) : earlierInForce(kept, now);
  const own = { ...ownSecrets(system, kept), ...typed };
  return { secrets: { ...own, ...keptEarlier(earlier) }, earlierUntil: lastUntil(earlier) };
}

/** Those of a system's secrets that it can do without: these may be removed. */
export const removableSecrets = (system: System): string[] =>
  system.settings.filter(({ secret, optional }) => secret && optional).map(({ key }) => key);

/** What is kept without some secrets; where the one goes that proves calls, those before it go, too. */
export function withoutSecrets(system: System, kept: Secrets, removed: readonly string[]): Secrets {
  const key = provenBy(system);
  const gone = key !== null && removed.includes(key) ? [...removed, "earlierSecrets"] : removed;
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !gone.includes(name)));
}

/** What history may show of it: never a secret, only which came and went, and until when one before holds. */
export const replacedWords = (
  typed: Secrets,
  earlierUntil: Date | null,
  removed: readonly string[] = [],
) => ({
  secrets: keysOf(typed),
  earlierUntil: earlierUntil?.toISOString() ?? null,
  ...(removed.length > 0 ? { removed: [...removed] } : {}),
});
