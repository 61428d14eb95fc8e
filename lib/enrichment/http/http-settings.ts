import type { Json } from "@/lib/standard/field";
import type { ProviderSetting } from "../provider";

type Settings = { [key: string]: Json };

/** Replaces a system's own host: another region, a proxy, or a double. */
export const ADDRESS_SETTING: ProviderSetting = {
  key: "address",
  label: "Another address",
  secret: false,
  optional: true,
};

/** What an answer costs stands in each customer's contract, so nobody else can know it. */
export const COST_SETTING: ProviderSetting = {
  key: "costCents",
  label: "Cost of an answer, in cents",
  secret: false,
  optional: true,
};

/** The address under which a system's paths stand: the one in the settings, or the system's `own`. */
export function hostOf({ address }: Settings, own: string): string {
  const given = typeof address === "string" && URL.canParse(address) ? address : own;
  return given.replace(/\/+$/, "");
}

/** A path of a system with its query; values that are null are left out. */
export function endpoint(
  host: string,
  path: string,
  query: { [key: string]: string | null } = {},
): URL {
  const url = new URL(`${host}${path}`);
  for (const [key, value] of Object.entries(query)) if (value) url.searchParams.set(key, value);
  return url;
}

/** What an answer costs, in cents; 0 where the settings do not say. */
export function costOf({ costCents }: Settings): number {
  const cents = Number(costCents ?? 0);
  return Number.isInteger(cents) && cents > 0 ? cents : 0;
}
