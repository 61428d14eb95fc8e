import { z } from "zod";
import { type Failed, unreadable } from "@/lib/enrichment/http";
import { idText, itemsOf, wholeNumber } from "../items";
import { nothing, type SourcePage, type SourceQuestion } from "../source";
import type { MarketoActivity } from "./activity";
import { askMarketo } from "./ask";
import type { MarketoAccount } from "./token";

const DAY = 86_400_000;

/**
 * Where reading goes on: Marketo's paging token, and what this instance calls its types. `anew` where
 * the token is the first one since reading began anew.
 */
const position = z.object({
  token: z.string().min(1),
  types: z.record(z.string(), z.string()),
  anew: z.literal(true).optional(),
});
type Position = z.infer<typeof position>;
const BEGINS_ANEW = { anew: true } as const;
const beginning = z.object({ anew: z.literal(true) });

/**
 * A value in the question is not taken. No code is documented for a paging token that is not taken any
 * more; of those that are documented, these may mean it.
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
export type Wanted = { names: readonly string[]; days: number };

/** Activities with the names of their types, and where the next question goes on. */
type ActivityPage = {
  found: readonly { one: MarketoActivity; type: string }[];
  /** Of those that are not as documented, what is wrong. */
  refused: string[];
  goesOn: Pick<SourcePage, "position" | "more" | "until">;
};

/**
 * A page of activities of some types, in the order in which they happened, or what is to be answered
 * where there is none to be asked for. More may follow a page that has fewer than it could, or none
 * (`moreResult`). Where a token is not taken any more, reading begins anew, once:
 * what is known by then is taken once. Bulk extract would be no faster way through the past year: its
 * 500 MB a day are about a million activities, while 50,000 questions a day bring up to 15 million
 * (https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/bulk-extract/bulk-extract).
 */
export async function activityPage(
  reading: MarketoReading,
  wanted: Wanted,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<ActivityPage | SourcePage | Failed> {
  const at = position.safeParse(question.position).data;
  if (!at) return begun(reading, wanted, question, signal);
  // An instance may have none of these types; without any, all would be asked for.
  if (Object.keys(at.types).length === 0) return nothing(at, false, question.now);
  const query = { nextPageToken: at.token, activityTypeIds: Object.keys(at.types).join(",") };
  const answer = await askMarketo(reading, "/rest/v1/activities.json", query, question.now, signal);
  if ("answer" in answer) {
    const isStale = !at.anew && VALUE_REFUSED.includes(answer.code ?? "");
    return isStale ? nothing(BEGINS_ANEW, true, null) : answer;
  }
  const told = page.safeParse(answer.json).data;
  if (!told) return unreadable();
  const refused: string[] = [];
  const found = itemsOf(activity, told.result, refused).map((one) => ({
    one,
    type: at.types[String(one.activityTypeId)] ?? "",
  }));
  return { found, refused, goesOn: goesOn(told, at, question.now) };
}

function goesOn(told: z.infer<typeof page>, { types }: Position, now: Date) {
  const next: Position = { token: told.nextPageToken, types };
  return { position: next, more: told.moreResult, until: told.moreResult ? null : now };
}

/** The beginning: what the types are called here, and a token for so many days ago. */
async function begun(
  reading: MarketoReading,
  { names, days }: Wanted,
  { position: given, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const types = await askMarketo(reading, "/rest/v1/activities/types.json", {}, now, signal);
  if ("answer" in types) return types;
  const told = typesReply.safeParse(types.json).data;
  if (!told) return unreadable();
  const named = told.result.filter(({ name }) => names.includes(name));
  const sinceDatetime = new Date(now.getTime() - days * DAY).toISOString();
  const path = "/rest/v1/activities/pagingtoken.json";
  const answer = await askMarketo(reading, path, { sinceDatetime }, now, signal);
  if ("answer" in answer) return answer;
  const token = tokenReply.safeParse(answer.json).data?.nextPageToken;
  if (!token) return unreadable();
  const byId = Object.fromEntries(named.map(({ id, name }) => [String(id), name]));
  const anew = beginning.safeParse(given).data;
  return nothing({ token, types: byId, ...anew }, true, null);
}
