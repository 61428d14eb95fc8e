import type { RoutingRule, RoutingSettings } from "./rule-book";
import type { Segment } from "./segment";

/** One version: who saved it when and why, and in what it differs from the one before. */
export type RoutingChange = {
  version: number;
  reason: string | null;
  by: string | null;
  at: Date;
  changes: string[];
};

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const byId = <T extends { id: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]));

function between<T extends { id: string; name: string }>(
  before: readonly T[],
  after: readonly T[],
  changed: (was: T, is: T) => string,
): string[] {
  const was = byId(before);
  const is = byId(after);
  return [
    ...before.filter(({ id }) => !is.has(id)).map(({ name }) => `${name}: removed`),
    ...after.filter(({ id }) => !was.has(id)).map(({ name }) => `${name}: new`),
    ...after.flatMap((one) => {
      const old = was.get(one.id);
      return old && !same(old, one) ? `${one.name}: ${changed(old, one)}` : [];
    }),
  ];
}

function ruleChange(was: RoutingRule, is: RoutingRule): string {
  if (was.on !== is.on) return is.on ? "on again" : "off";
  if (was.name !== is.name) return `was called ${was.name}`;
  if (was.hours !== is.hours) return is.hours === "any" ? "also outside hours" : "only at work";
  return "changed";
}

const segmentChange = (was: Segment, is: Segment) =>
  was.name === is.name ? "other leads" : `was called ${was.name}`;

const orderOf = (rules: readonly RoutingRule[], among: ReadonlySet<string>) =>
  rules.filter(({ id }) => among.has(id)).map(({ id }) => id);

/** In what two versions of the rules differ, a line each; empty where they say the same. */
export function routingChanges(before: RoutingSettings, after: RoutingSettings): string[] {
  const stood = byId(before.rules);
  const kept = new Set(after.rules.map(({ id }) => id).filter((id) => stood.has(id)));
  const moved = !same(orderOf(before.rules, kept), orderOf(after.rules, kept));
  return [
    ...(moved ? [`Order: ${after.rules.map(({ name }) => name).join(", ")}`] : []),
    ...between(before.rules, after.rules, ruleChange),
    ...between(before.segments, after.segments, segmentChange).map((line) => `Segment ${line}`),
    ...(before.fallbackId === after.fallbackId ? [] : ["Another fallback"]),
  ];
}
