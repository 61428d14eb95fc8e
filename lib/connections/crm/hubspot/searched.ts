import { setTimeout as wait } from "node:timers/promises";
import { isFailed } from "@/lib/enrichment/http/http";
import { type HubspotObject, objectsOf, timesOf } from "../../sources/hubspot/objects";
import {
  afterSearch,
  type Filter,
  type SearchPosition,
  searchPosition,
  searchQuestion,
} from "../../sources/hubspot/search";
import { timeOf, toldTime } from "../../sources/their-time";
import type { NotWritten } from "../crm";
import { answerOf, NoAnswer } from "../no-answer";
import { caughtUp, cutOff, type ListRead, type Mark, startOf } from "../reading/marks";
import { type Account, asked } from "./account";
import { notWritten } from "./fault";

type Kind = "contacts" | "companies" | "deals";

async function searchedFor(account: Account, kind: Kind, body: object) {
  const reply = await asked(account, `/crm/v3/objects/${kind}/search`, { body });
  if (isFailed(reply)) throw new NoAnswer(notWritten(reply));
  const objects = objectsOf(reply);
  if ("answer" in objects) throw new NoAnswer(objects);
  return { objects, reply };
}

/** Some objects that a search finds. */
export async function searched(
  account: Account,
  kind: Kind,
  filters: Filter[],
  properties: readonly string[],
): Promise<HubspotObject[]> {
  const body = { filterGroups: [{ filters }], properties, limit: 100 };
  return (await searchedFor(account, kind, body)).objects;
}

/** The most that a page of a search may have. */
const PAGE = 200;
/** As many pages as one reading takes; the next one goes on from there. */
const MOST_PAGES = 10;
/** Five searches a second are the account's, and others of it search, too. */
const PACE_MS = 250;

type Changed = ListRead<HubspotObject> & { theirs: Date | undefined };

/**
 * What changed since a mark, and what HubSpot's clock says (`theirs`). Throws NoAnswer where not even
 * the first page came.
 */
export async function changedSince(
  account: Account,
  kind: Kind,
  question: Parameters<typeof searchQuestion>[1],
  mark: Mark,
): Promise<Changed> {
  const start = startOf(mark);
  let position: SearchPosition = searchPosition.safeParse(mark.cut?.at).data ?? {
    by: "change",
    since: start.getTime(),
  };
  const found = new Map<string, HubspotObject>();
  let theirs: Date | undefined;
  let began: Date | undefined;
  const come = (to: Mark, broke?: NotWritten): Changed => ({
    rows: [...found.values()],
    mark: to,
    broke,
    theirs,
  });
  for (let page = 0; page < MOST_PAGES; page += 1) {
    if (page > 0) await wait(PACE_MS);
    const body = searchQuestion(position, { ...question, page: PAGE });
    const answer = await answerOf(() => searchedFor(account, kind, body));
    if ("answer" in answer) {
      if (!began) throw new NoAnswer(answer);
      return come(cutOff(mark, began, position), answer);
    }
    const { objects, reply } = answer;
    for (const one of objects) found.set(one.id, one);
    theirs = toldTime(reply);
    const time = timeOf(reply, start);
    began ??= new Date(time);
    const next = afterSearch(position, timesOf(objects, question.changed), time, PAGE);
    if (!next.more) return come(caughtUp(mark, next.until ?? began));
    position = next.position;
  }
  return come(cutOff(mark, began ?? start, position));
}
