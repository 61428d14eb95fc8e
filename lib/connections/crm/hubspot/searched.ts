import { isFailed } from "@/lib/enrichment/http";
import { type HubspotObject, objectsOf, timesOf } from "../../sources/hubspot/objects";
import {
  afterSearch,
  type Filter,
  type SearchPosition,
  searchQuestion,
} from "../../sources/hubspot/search";
import { timeOf, toldTime } from "../../sources/their-time";
import { NoAnswer } from "../no-answer";
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

/** As many pages as one reading takes; the rest is read the next time. */
const MOST_PAGES = 40;

/** What changed since a moment, until when everything was seen, and what its clock says (`theirs`). */
export async function changedSince(
  account: Account,
  kind: Kind,
  question: Parameters<typeof searchQuestion>[1],
  since: Date,
): Promise<{ objects: HubspotObject[]; until: Date; theirs: Date | undefined }> {
  let position: SearchPosition = { by: "change", since: since.getTime() };
  const found = new Map<string, HubspotObject>();
  let theirs: Date | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const body = searchQuestion(position, question);
    const { objects, reply } = await searchedFor(account, kind, body);
    for (const one of objects) found.set(one.id, one);
    theirs = toldTime(reply);
    const next = afterSearch(position, timesOf(objects, question.changed), timeOf(reply, since));
    if (!next.more) return { objects: [...found.values()], until: next.until ?? since, theirs };
    position = next.position;
  }
  const until = position.by === "moment" ? position.at : position.by === "change" && position.since;
  return { objects: [...found.values()], until: until ? new Date(until) : since, theirs };
}
