import type { Failed } from "@/lib/enrichment/http/http";
import { instant } from "@/lib/intake/instant";
import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import type { MauticAccount } from "./account";
import { mauticTime } from "./read-contacts";
import { statLines } from "./stats";

/** Of a page of the timeline no more can be of pages that were not there. */
const MOST = 1_000;

/** A page hit by whose it is, in which second and of which address. */
const hitKey = (contact: unknown, at: unknown, url: unknown): string => {
  const told = instant(String(at));
  const second = told.ok ? Math.floor(told.at.getTime() / 1_000) : String(at);
  return JSON.stringify([String(contact), second, String(url)]);
};

const urlOf = ({ details }: Loose) => textOf(asObject(asObject(details).hit), "url");
const isHit = ({ event }: Loose) => event === "page.hit";

/**
 * Events of the timeline without the hits of pages that were not there (a code of 400 or more), which a
 * webhook says of itself and the timeline does not: its query leaves the code out (getLeadHits). The
 * table that has it is shown to whoever may view contacts; where it is not, all of them are told.
 */
export async function withoutNotShown(
  account: MauticAccount,
  events: readonly Loose[],
  now: Date,
  signal: AbortSignal,
): Promise<readonly Loose[] | Failed> {
  const hits = events.filter(isHit);
  const times = hits.flatMap(({ timestamp }) => {
    const told = instant(String(timestamp));
    return told.ok ? [told.at.getTime()] : [];
  });
  const contacts = new Set(
    hits.flatMap(({ contactId }) => textOf({ contactId }, "contactId") ?? []),
  );
  if (times.length === 0 || contacts.size === 0) return events;
  const answer = await statLines(
    account,
    "page_hits",
    [
      ["code", "gte", "400"],
      ["lead_id", "in", [...contacts].join(",")],
      ["date_hit", "gte", mauticTime(Math.min(...times))],
      ["date_hit", "lte", mauticTime(Math.max(...times))],
    ],
    { limit: MOST, now },
    signal,
  );
  if (answer === "denied") return events;
  if ("answer" in answer) return answer;
  const gone = new Set(answer.lines.map((of) => hitKey(of.lead_id, of.date_hit, of.url)));
  return events.filter(
    (one) => !isHit(one) || !gone.has(hitKey(one.contactId, one.timestamp, urlOf(one))),
  );
}
