import type { BuiltInView, ConnectionView } from "@/lib/connections/view";
import type { ProviderSetting } from "@/lib/enrichment/provider";
import { formatAge, formatDay, type Reader } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import { dayWords, type StandingWords, standingWords } from "./connection-words";

/** What an admin can do with a connection; nobody else is given it. */
export type ConnectionHandle = {
  id: string;
  name: string;
  systemLabel: string;
  asks: readonly ProviderSetting[];
  settings: { [key: string]: string };
  paused: boolean;
  way: ConnectionView["way"];
  /** It calls us, and proves that by one of its secrets. */
  calls: boolean;
};

/** A connection as the list shows it; every text is ready to be printed. */
export type ConnectionLine = {
  id: string;
  name: string;
  about: string;
  standing: StandingWords;
  test: string | null;
  day: string;
  credits: string | null;
  /** Null for who may only look, and for what is built in. */
  handle: ConnectionHandle | null;
};

const creditsWords = (left: number | null | undefined, locale: string) =>
  left === null || left === undefined ? null : `${formatNumber(left, locale)} left`;

export function connectionLine(
  view: ConnectionView,
  mayChange: boolean,
  reader: Reader,
  now: Date,
): ConnectionLine {
  const { id, name, systemLabel, asks, settings, paused, way, health, day, test } = view;
  const calls = view.webhook !== null;
  const standing = standingWords(health, paused, reader, now);
  const tested = test && `Tested ${formatAge(test.at, now, reader)}: ${test.words}`;
  const set = `secret set ${formatDay(view.secretSetAt, reader, now, "short")}`;
  return {
    id,
    name,
    about: name === systemLabel ? `S${set.slice(1)}` : `${systemLabel}, ${set}`,
    standing: { ...standing, detail: standing.detail || tested || "" },
    test: tested,
    day: dayWords(day, reader.locale),
    credits: creditsWords(health?.creditsLeft, reader.locale),
    handle: mayChange ? { id, name, systemLabel, asks, settings, paused, way, calls } : null,
  };
}

export function builtInLine(
  { id, label, health, day }: BuiltInView,
  reader: Reader,
  now: Date,
): ConnectionLine {
  const standing = standingWords(health, false, reader, now);
  return {
    id,
    name: label,
    about: "Built in",
    standing: health ? standing : { ...standing, word: "Ready" },
    test: null,
    day: dayWords(day, reader.locale),
    credits: "free",
    handle: null,
  };
}
