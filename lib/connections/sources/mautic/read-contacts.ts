import { z } from "zod";
import { type Failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { instant } from "@/lib/intake/instant";
import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { readableLead } from "../readable";
import { afterRound, type Round, roundAt } from "../round";
import { nothing, type SourcePage, type SourceQuestion, type SourceRecord } from "../source";
import { timeOf } from "../their-time";
import type { MauticAccount } from "./account";
import { askMautic } from "./ask";
import { contactOf } from "./contact";

const PAGE = 100;
/** Mautic keeps UTC and compares with the text as it is. */
export const mauticTime = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace("T", " ");

function question({ since, after }: Round): { [key: string]: string } {
  const changed: { [key: string]: string } =
    since === null
      ? {}
      : {
          "where[1][expr]": "orX",
          "where[1][val][0][col]": "date_added",
          "where[1][val][0][expr]": "gte",
          "where[1][val][0][val]": mauticTime(since),
          "where[1][val][1][col]": "date_modified",
          "where[1][val][1][expr]": "gte",
          "where[1][val][1][val]": mauticTime(since),
        };
  return {
    "where[0][col]": "id",
    "where[0][expr]": "gt",
    "where[0][val]": String(after),
    ...changed,
    orderBy: "id",
    orderByDir: "asc",
    limit: String(PAGE),
  };
}

const page = z.object({
  total: z.coerce.number().catch(0),
  contacts: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});

/** Those that are said to have changed, by number. */
const named = (ids: readonly string[]) => ({
  "where[0][col]": "id",
  "where[0][expr]": "in",
  "where[0][val]": ids.join(","),
  limit: String(PAGE),
});

/**
 * A page of contacts: GET /api/contacts, an object by number, or a list where there is none. Those
 * that are said to have changed, or the next ones.
 */
export async function readContacts(
  reading: MauticAccount & { connectionId: string },
  { position: given, changed, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const at = roundAt(given);
  const query = changed.length > 0 ? named(changed) : question(at);
  const reply = await askMautic(reading, "/api/contacts", query, signal);
  if (isFailed(reply)) return reply;
  const told = page.safeParse(reply.json).data;
  if (!told) return unreadable();
  const found = Object.values(told.contacts).map(asObject);
  const records = found.flatMap((one) => contactRecord(one, reading.connectionId) ?? []);
  const asked = Math.max(found.length, changed.length);
  const passedOver = asked - records.filter(({ lead }) => lead).length;
  if (changed.length > 0) return { ...nothing(given, true, null), records, passedOver };
  const numbers = found.map(({ id }) => id);
  const more = found.length >= PAGE || found.length < told.total;
  const next = afterRound(at, numbers, more, timeOf(reply, now));
  return { records, activities: [], refused: [], passedOver, ...next };
}

const timeText = (of: Loose) => textOf(of, "dateModified") ?? textOf(of, "dateAdded");

/** Who came by a campaign's link, as the newest of its tags says. */
function cameBy({ utmtags }: Loose) {
  const tags = (Array.isArray(utmtags) ? utmtags : []).map(asObject);
  const last = (name: string) => tags.map((tag) => textOf(tag, name)).findLast(Boolean);
  return { campaign: last("utmCampaign"), channel: last("utmSource") };
}

function contactRecord(of: Loose, connectionId: string): SourceRecord | null {
  const id = textOf(of, "id");
  if (!id) return null;
  const told = instant(timeText(of) ?? "");
  const changedAt = told.ok ? told.at : new Date(0);
  const known = contactOf(of, connectionId, told.ok ? changedAt.toISOString() : undefined);
  const points = Number(of.points ?? Number.NaN);
  const scored = Number.isInteger(points) && points > 0 && points <= 100;
  const refused: string[] = [];
  const lead =
    known &&
    readableLead(
      { ...known, ...cameBy(of), scores: scored ? { total: points } : undefined },
      refused,
    );
  return { id, changedAt, lead, refused };
}
