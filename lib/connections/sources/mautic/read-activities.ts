import { z } from "zod";
import { type Failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { asObject } from "@/lib/intake/tracking/loose";
import { readableActivity } from "../readable";
import { nothing, type SourcePage, type SourceQuestion } from "../source";
import { timeOf } from "../their-time";
import { afterWindow, windowAt } from "../window";
import type { MauticAccount } from "./account";
import { askMautic } from "./ask";
import { EVENT_TYPES, mauticActivity } from "./event";
import { withoutNotShown } from "./not-shown";
import { mauticTime } from "./read-contacts";

/** Of each type: Mautic pages every type by itself and puts them into one list. */
const PAGE = 100;

const page = z.object({ events: z.array(z.unknown()), maxPages: z.coerce.number().catch(0) });

const TYPES = Object.fromEntries(
  EVENT_TYPES.map((type, index) => [`filters[includeEvents][${index}]`, type]),
);

/**
 * A page of what contacts did: GET /api/contacts/activity, a month at a time. Both ends are always
 * named: up to version 4 a single one was compared with another table's column.
 */
export async function readActivities(
  reading: MauticAccount & { connectionId: string },
  { position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const at = windowAt(position, now);
  const number = Number(at.token ?? 1);
  const query = {
    ...TYPES,
    "filters[dateFrom]": mauticTime(at.from),
    "filters[dateTo]": mauticTime(at.to),
    "order[0]": "timestamp",
    "order[1]": "ASC",
    page: String(number),
    limit: String(PAGE),
  };
  const reply = await askMautic(reading, "/api/contacts/activity", query, signal);
  if (isFailed(reply)) return reply;
  const told = page.safeParse(reply.json).data;
  if (!told) return unreadable();
  const events = told.events.map(asObject);
  const shown = await withoutNotShown(reading, events, now, signal);
  if ("answer" in shown) return shown;
  const refused: string[] = [];
  const given = shown.flatMap((one) => mauticActivity(one, reading.connectionId) ?? []);
  const activities = given.flatMap((one) => readableActivity(one, refused) ?? []);
  const byType = Map.groupBy(events, ({ event }) => event);
  const full = [...byType.values()].some((list) => list.length >= PAGE);
  const more = events.length > 0 && (full || number < told.maxPages);
  const next = afterWindow(at, more ? String(number + 1) : null, now, timeOf(reply, now));
  const passedOver = events.length - given.length;
  return { ...nothing({}, true, null), activities, refused, passedOver, ...next };
}
