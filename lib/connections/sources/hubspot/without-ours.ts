import type { HubspotObject } from "./objects";

/** As far as HubSpot leaves a value alone: it sets numbers and spaces in its own way. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** By this a lead is known, whoever wrote it. */
const NAMES = ["email"];

/**
 * A contact without the values that Baton wrote there and that nobody has changed since: read back,
 * they would stand as HubSpot's own word for what Baton told it.
 */
export function withoutOurs(
  contact: HubspotObject,
  ours: { readonly [property: string]: string } | undefined,
): HubspotObject {
  if (!ours) return contact;
  const said = Object.entries(contact.properties).filter(
    ([name, value]) =>
      NAMES.includes(name) || value === null || bare(value) !== bare(ours[name] ?? ""),
  );
  return { ...contact, properties: Object.fromEntries(said) };
}
