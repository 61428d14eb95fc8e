import { typedWhole } from "@/lib/platform/typed-number";
import type { RoutingRule, RoutingSettings } from "@/lib/routing/rule-book";
import type { Segment } from "@/lib/routing/segment";

/** A segment as it is typed: lists with commas, numbers as text. */
export type SegmentDraft = Pick<Segment, "id" | "name" | "tiers"> & {
  places: string;
  employeesFrom: string;
  employeesTo: string;
  industries: string;
};

export type RoutingDraft = {
  rules: RoutingRule[];
  segments: SegmentDraft[];
  fallbackId: string;
};

export const draftOf = ({ rules, segments, fallbackId }: RoutingSettings): RoutingDraft => ({
  rules: [...rules],
  segments: segments.map((segment) => ({
    id: segment.id,
    name: segment.name,
    tiers: segment.tiers,
    places: segment.places.join(", "),
    employeesFrom: segment.employeesFrom === null ? "" : String(segment.employeesFrom),
    employeesTo: segment.employeesTo === null ? "" : String(segment.employeesTo),
    industries: segment.industries.join(", "),
  })),
  fallbackId: fallbackId ?? "",
});

const parts = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

// What is no number stays none, so that the server says so.
const numberOf = (text: string) => (text.trim() === "" ? null : typedWhole(text));

/** What was typed, as settings; the server says what is wrong with them. */
export const settingsOfDraft = ({ rules, segments, fallbackId }: RoutingDraft) => ({
  rules,
  segments: segments.map(({ places, employeesFrom, employeesTo, industries, tiers, ...rest }) => ({
    ...rest,
    tiers: tiers.filter((tier) => tier === 1 || tier === 2 || tier === 3),
    places: parts(places),
    employeesFrom: numberOf(employeesFrom),
    employeesTo: numberOf(employeesTo),
    industries: parts(industries),
  })),
  fallbackId: fallbackId === "" ? null : fallbackId,
});

/** A row moved by one place; as it was where there is no such place. */
export function movedRow<T>(rows: readonly T[], index: number, by: 1 | -1): T[] {
  const row = rows[index];
  const other = rows[index + by];
  if (row === undefined || other === undefined) return [...rows];
  return rows.map((each, at) => (at === index ? other : at === index + by ? row : each));
}

/** An id that none of the rows has. */
export function freshId(rows: readonly { id: string }[], stem: string): string {
  const taken = new Set(rows.map(({ id }) => id));
  let number = rows.length + 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
