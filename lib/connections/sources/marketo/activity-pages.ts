import { z } from "zod";
import { type Failed, unreadable } from "@/lib/enrichment/http/http";
import { asObject, type Loose } from "@/lib/intake/tracking/loose";
import { idText, itemsOf, wholeNumber } from "../items";
import { nothing, type SourcePage, type SourceQuestion } from "../source";
import { instantText, type MarketoActivity } from "./activity";
import { askMarketo } from "./ask";
import type { MarketoAccount } from "./token";
import {
  afterPage,
  beginning,
  begunAnew,
  type Position,
  positionIn,
  type Which,
  wayNow,
} from "./ways";

/**
 * A value in the question is not taken. No code is documented for a paging token that is not taken any
 * more; of those that are, these may mean it: 'Invalid value' (1001) and 'Invalid data' (1003).
 */
const VALUE_REFUSED: readonly string[] = ["1001", "1003"];

const tokenReply = z.object({ nextPageToken: z.string().min(1) });
const typesReply = z.object({ result: z.array(z.object({ id: z.number(), name: z.string() })) });
const page = z.object({
  nextPageToken: z.string().min(1),
  moreResult: z.boolean(),
  result: z.array(z.unknown()).default([]),
});
const activity = z.object({
  id: wholeNumber.optional().catch(undefined),
  marketoGUID: idText.optional().catch(undefined),
  leadId: wholeNumber,
  activityDate: z.string(),
  activityTypeId: wholeNumber,
  primaryAttributeValueId: wholeNumber.nullish().catch(null),
  primaryAttributeValue: idText.nullish().catch(null),
  attributes: z.array(z.object({ name: z.string(), value: z.unknown() })).catch([]),
});

export type MarketoReading = MarketoAccount & { connectionId: string };

/** Activities by the names of their types, ten at most, and how many days back they begin. */
type Wanted = { names: readonly string[]; days: number };

/** Activities with the names of their types, and where the next question goes on. */
type ActivityPage = {
  found: readonly { one: MarketoActivity; type: string }[];
  /** Of those that are not as documented, what is wrong. */
  refused: string[];
  goesOn: GoesOn;
};
type GoesOn = Pick<SourcePage, "position" | "more" | "until" | "behind">;

/**
 * A page of activities of some types, in the order in which they happened, or what is to be answered
 * where there is none to be asked for: what happens now first, then what was there before, as far as
 * its share of the day goes. More may follow a page that has fewer than it could, or none
 * (`moreResult`). Where a token is not taken any more, its way begins anew. Bulk extract would be no
 * faster way through the past year: its 500 MB a day are about a million activities
 * (https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/bulk-extract/bulk-extract).
 */
export async function activityPage(
  reading: MarketoReading,
  wanted: Wanted,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<ActivityPage | SourcePage | Failed> {
  const { now } = question;
  const at = positionIn(question.position);
  if (!at) return begun(reading, wanted, now, signal);
  const which = wayNow(at, now);
  // An instance may have none of these types; without any, all would be asked for.
  const has = Object.keys(at.types).length > 0;
  if (!has) return nothing(at, false, now);
  if (!which)
    return { ...nothing(at, false, at.liveAt ? new Date(at.liveAt) : null), ...behind(at) };
  const came = await asked(reading, at, which, now, signal);
  if ("records" in came || "answer" in came) return came;
  const { refused, found, ...rest } = came;
  const leads = new Set(found.map(({ one }) => one.leadId)).size;
  const page = { ...rest, leads };
  return { found, refused, goesOn: goesOn(afterPage(at, which, page, now), which, now) };
}

const behind = ({ past }: Position): Pick<SourcePage, "behind"> => (past ? { behind: true } : {});

function goesOn(next: Position, which: Which, now: Date): GoesOn {
  const isLive = which === "live" && next.liveAt !== null;
  return {
    position: next,
    more: wayNow(next, now) !== null,
    until: isLive ? now : null,
    ...behind(next),
  };
}

/** A page of one of the two ways; an empty one with where it begins anew where its token is refused. */
async function asked(
  reading: MarketoReading,
  at: Position,
  which: Which,
  now: Date,
  signal: AbortSignal,
) {
  const given = at[which]?.token ?? (await newToken(reading, at[which]?.from ?? 0, now, signal));
  if (typeof given !== "string") return given;
  const query = { nextPageToken: given, activityTypeIds: Object.keys(at.types).join(",") };
  const answer = await askMarketo(reading, "/rest/v1/activities.json", query, now, signal);
  if ("answer" in answer) {
    const anew = VALUE_REFUSED.includes(answer.code ?? "") ? begunAnew(at, which, now) : null;
    return anew ? { ...nothing(anew, true, null), ...behind(anew) } : answer;
  }
  const told = page.safeParse(answer.json).data;
  if (!told) return unreadable();
  const times = told.result.map((one) => timeOf(asObject(one))).filter(Number.isFinite);
  // What is of a later part was read with it.
  const end = which === "past" ? (at.past?.to ?? 0) : Number.POSITIVE_INFINITY;
  const result = told.result.filter((one) => !(timeOf(asObject(one)) > end));
  const refused: string[] = [];
  const found = itemsOf(activity, result, refused).map((one) => ({
    one,
    type: at.types[String(one.activityTypeId)] ?? "",
  }));
  return { token: told.nextPageToken, more: told.moreResult, times, refused, found };
}

const timeOf = ({ activityDate }: Loose) => Date.parse(instantText(String(activityDate)));

/** A paging token for a moment, in ms. */
async function newToken(
  reading: MarketoReading,
  from: number,
  now: Date,
  signal: AbortSignal,
): Promise<string | Failed> {
  const sinceDatetime = new Date(from).toISOString();
  const path = "/rest/v1/activities/pagingtoken.json";
  const answer = await askMarketo(reading, path, { sinceDatetime }, now, signal);
  if ("answer" in answer) return answer;
  return tokenReply.safeParse(answer.json).data?.nextPageToken ?? unreadable();
}

/** The beginning: what the types are called here. */
async function begun(
  reading: MarketoReading,
  { names, days }: Wanted,
  now: Date,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const types = await askMarketo(reading, "/rest/v1/activities/types.json", {}, now, signal);
  if ("answer" in types) return types;
  const told = typesReply.safeParse(types.json).data;
  if (!told) return unreadable();
  const named = told.result.filter(({ name }) => names.includes(name));
  const byId = Object.fromEntries(named.map(({ id, name }) => [String(id), name]));
  const at = beginning(byId, days, now);
  return { ...nothing(at, true, null), ...behind(at) };
}
