import { z } from "zod";
import { type Reply, unreadable } from "@/lib/enrichment/http/http";
import { idText } from "../items";
import type { HubspotFailed } from "./ask";
import type { Found } from "./search";

/** Every value of HubSpot's is text or null, numbers and times among them; what is neither is made so. */
const value = z.unknown().transform((given) => {
  if (typeof given === "number" || typeof given === "boolean") return String(given);
  return typeof given === "string" ? given : null;
});
const object = z.object({
  id: idText,
  properties: z.record(z.string(), value),
  updatedAt: z.string().optional().catch(undefined),
  archived: z.boolean().optional().catch(undefined),
});
export type HubspotObject = z.infer<typeof object>;

const found = z.object({ results: z.array(object) });

/** The objects of a search or of a batch; a failure where the reply is not as documented. */
export function objectsOf(reply: Reply): HubspotObject[] | HubspotFailed {
  return found.safeParse(reply.json).data?.results ?? unreadable();
}

/** A time as HubSpot writes one: ISO 8601 mostly, in ms where an older part of it answers. */
const timeIn = (text: string | null | undefined) =>
  Date.parse(/^\d{12,14}$/.test(text ?? "") ? new Date(Number(text)).toISOString() : (text ?? ""));

/** When an object last changed, in HubSpot's own words of it; null where it does not say readably. */
export function changedAt({ properties, updatedAt }: HubspotObject, property: string): Date | null {
  const at = [properties[property], updatedAt].map(timeIn).find((one) => !Number.isNaN(one));
  return at === undefined ? null : new Date(at);
}

/** Objects with their times. */
export const timesOf = (objects: readonly HubspotObject[], property: string): Found[] =>
  objects.map((one) => ({ id: one.id, changedAt: changedAt(one, property) }));
