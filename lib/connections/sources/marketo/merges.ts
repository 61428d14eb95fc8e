import type { Merged } from "../source";
import { instantText, type MarketoActivity } from "./activity";

/** A type of its own question, since the others are as many as one may name. */
export const MERGE_TYPE = "Merge Leads";

/**
 * Which leads a 'Merge Leads' tells were merged into the one that it is an activity of: numbers in
 * the attribute 'Merge IDs', as in '[12, 14]' (how it is written is from memory).
 */
export function mergesOf({ leadId, activityDate, attributes }: MarketoActivity): Merged[] {
  const told = attributes.find(({ name }) => /^merge ids?$/i.test(name.trim()))?.value;
  const at = new Date(instantText(activityDate));
  if (Number.isNaN(at.getTime())) return [];
  return [...String(told ?? "").matchAll(/\d{1,15}/g)]
    .map(([id]) => ({ stream: "leads", id, into: String(leadId), at }))
    .filter(({ id, into }) => id !== into);
}
