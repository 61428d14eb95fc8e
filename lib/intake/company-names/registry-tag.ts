/** SEC EDGAR adds a state, a country or a remark: BANK OF AMERICA CORP /DE/, COSTCO CORP /NEW. */
const CLOSED_TAG = /\s*\/\s?[A-Z]{2,4}\s?\/$/;
const OPEN_TAG =
  /(\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|lp|trust|n\.?v|s\.?a|a\.?g)\.?,?)\s*\/\s?(?:[A-Z]{2,3})?$/i;

/**
 * A name without the mark that a registry added to tell it from others of that name. Not what
 * people write with a slash: A/S, SA/NV.
 */
export function withoutRegistryTag(name: string): string {
  if (/\b(?:SA\/NV|NV\/SA)$/i.test(name)) return name;
  return name.replace(CLOSED_TAG, "").replace(OPEN_TAG, "$1");
}
