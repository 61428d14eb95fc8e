import type { z } from "zod";
import { isFailed, type Reply, unreadable } from "@/lib/enrichment/http/http";
import { hostOf } from "@/lib/enrichment/http/http-settings";
import {
  askHubspot,
  type HubspotApi,
  type HubspotFailed,
  type Question,
} from "../../sources/hubspot/ask";
import { type HubspotObject, objectsOf } from "../../sources/hubspot/objects";
import type { CrmGiven } from "../crm";
import { NoAnswer } from "../no-answer";
import { notWritten } from "./fault";

/** An account that is written to, for as long as `signal` allows. */
export type Account = HubspotApi & { idField: string; signal: AbortSignal };

/** The property that holds our id on contacts, unless an admin says another. */
export const ID_PROPERTY = "baton_id";

export const accountOf = ({ settings, secrets }: CrmGiven, signal: AbortSignal): Account => ({
  host: hostOf(settings, "https://api.hubapi.com"),
  token: secrets.accessToken ?? "",
  idField: String(settings.idField ?? ID_PROPERTY),
  signal,
});

/** Asks and answers what HubSpot says, or the failure as it is. */
export const asked = (account: Account, path: string, question: Question) =>
  askHubspot(account, path, question, account.signal);

export const noAnswer = (failure: HubspotFailed) => new NoAnswer(notWritten(failure));

/** What HubSpot says in the shape that it documents. Throws NoAnswer where it does not. */
export async function told<T>(
  account: Account,
  path: string,
  question: Question,
  shape: z.ZodType<T>,
): Promise<T> {
  const reply = await asked(account, path, question);
  if (isFailed(reply)) throw noAnswer(reply);
  return inShape(reply, shape);
}

/** What a reply says in the shape that HubSpot documents. Throws NoAnswer where it does not. */
export function inShape<T>({ json }: Reply, shape: z.ZodType<T>): T {
  const { data } = shape.safeParse(json);
  if (data === undefined) throw new NoAnswer(unreadable());
  return data;
}

/** As many as one batch may name. */
const BATCH = 100;

/** Those of the objects that are there, by their number or by a property whose value is unique. */
export async function objectsBy(
  account: Account,
  kind: "contacts" | "companies" | "notes",
  idProperty: string | null,
  ids: readonly string[],
  properties: readonly string[],
): Promise<HubspotObject[]> {
  const found: HubspotObject[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const inputs = ids.slice(from, from + BATCH).map((id) => ({ id }));
    const body = { inputs, properties, ...(idProperty ? { idProperty } : {}) };
    const reply = await asked(account, `/crm/v3/objects/${kind}/batch/read`, { body });
    const objects = isFailed(reply) ? reply : objectsOf(reply);
    if ("answer" in objects) throw noAnswer(objects);
    found.push(...objects);
  }
  return found;
}
