import { z } from "zod";
import { MINUTE } from "@/lib/platform/durations";
import type { Json } from "@/lib/standard/field";
import { FAR_BACK_MS, lookBack } from "../look-back";

/** As many as a batch of companies to go with them may have. */
export const PAGE = 100;
/** 'It may take a few moments for newly created or updated objects to appear' in a search. */
const LATE_MS = 5 * MINUTE;

/**
 * How far a search has come. First everything by its number, which nothing moves and which has no
 * end at 10,000; then what changed, by when it did; and where a whole page changed in one moment (an
 * import), that moment by number. HubSpot's own `after` is never used: what changes while one pages
 * moves to the end, and its neighbour would be skipped.
 */
export const searchPosition = z.discriminatedUnion("by", [
  z.object({ by: z.literal("number"), after: z.string(), began: z.number().nullable() }),
  z.object({ by: z.literal("change"), since: z.number() }),
  z.object({ by: z.literal("moment"), at: z.number(), after: z.string() }),
]);
export type SearchPosition = z.infer<typeof searchPosition>;

/** A search that is gone on with for good, and when it last looked far back, in ms. */
const lookingPosition = searchPosition.and(z.object({ looked: z.number().optional() }));
type LookingPosition = z.infer<typeof lookingPosition>;

/** One that was found: its number, and when it changed; null where it does not say readably. */
export type Found = { id: string; changedAt: Date | null };

export const searchFrom = (position: Json | null): LookingPosition =>
  lookingPosition.safeParse(position).data ?? { by: "number", after: "0", began: null };

export type Filter = { propertyName: string; operator: string; value?: string; values?: string[] };

/** The question for the next page; `changed` is the property that holds when an object changed. */
export function searchQuestion(
  position: SearchPosition,
  {
    changed,
    properties,
    only,
    page = PAGE,
  }: { changed: string; properties: readonly string[]; only?: Filter[]; page?: number },
) {
  const number = (after: string) => ({
    propertyName: "hs_object_id",
    operator: "GT",
    value: after,
  });
  const when = (operator: string, value: number) => ({
    propertyName: changed,
    operator,
    value: String(value),
  });
  const filters: Record<SearchPosition["by"], () => Filter[]> = {
    number: () => [number(position.by === "number" ? position.after : "0")],
    change: () => [when("GTE", position.by === "change" ? position.since : 0)],
    moment: () =>
      position.by === "moment" ? [when("EQ", position.at), number(position.after)] : [],
  };
  const by = position.by === "change" ? changed : "hs_object_id";
  return {
    filterGroups: [{ filters: [...filters[position.by](), ...(only ?? [])] }],
    sorts: [{ propertyName: by, direction: "ASCENDING" }],
    properties,
    limit: page,
  };
}

/** Where it goes on after a page of `page` objects at most; `time` is HubSpot's own, in ms. */
export function afterSearch(
  position: SearchPosition,
  found: readonly Found[],
  time: number,
  page = PAGE,
): { position: SearchPosition; more: boolean; until: Date | null } {
  const last = found.at(-1);
  const full = found.length >= page;
  if (position.by === "number") {
    const began = position.began ?? time;
    return full && last
      ? { position: { by: "number", after: last.id, began }, more: true, until: null }
      : { position: { by: "change", since: began - LATE_MS }, more: true, until: null };
  }
  if (position.by === "moment") {
    return full && last
      ? { position: { ...position, after: last.id }, more: true, until: new Date(position.at) }
      : {
          position: { by: "change", since: position.at + 1 },
          more: true,
          until: new Date(position.at),
        };
  }
  const latest = found.findLast((one) => one.changedAt)?.changedAt?.getTime() ?? position.since - 1;
  if (!full) {
    const since = Math.min(latest + 1, Math.max(time - LATE_MS, position.since));
    return { position: { by: "change", since }, more: false, until: new Date(time) };
  }
  // Where not one of a page says when, that cannot be gone on from: all are gone through by number.
  if (latest < position.since)
    return { position: { by: "number", after: "0", began: time }, more: true, until: null };
  const until = new Date(latest);
  return latest > position.since
    ? { position: { by: "change", since: latest }, more: true, until }
    : { position: { by: "moment", at: position.since, after: "0" }, more: true, until };
}

/**
 * The same where it is gone on with for good: in HubSpot's own outages an index shows changes hours
 * late, so that at the end of what changed it begins two days back at times.
 */
export function afterLooking(
  at: LookingPosition,
  found: readonly Found[],
  time: number,
): { position: LookingPosition; more: boolean; until: Date | null } {
  const next = afterSearch(at, found, time);
  const { position, more } = next;
  if (more || position.by !== "change")
    return { ...next, position: { ...position, looked: at.looked } };
  const { isFar, looked } = lookBack(at.looked, time);
  const since = isFar ? Math.min(position.since, time - FAR_BACK_MS) : position.since;
  return { ...next, position: { by: "change", since, looked } };
}
