import { typedWhole } from "@/lib/platform/typed-number";
import type { ExclusionsGiven } from "@/lib/trail/input";
import { WINDOW_GROUPS, type WindowGroup } from "@/lib/trail/settings";
import { typed } from "../../form/typed";

const text = (data: FormData, name: string) => typed(data, `settings.${name}`).trim();

/** What is no number stays one that the schema refuses with the field's own words. */
const number = (data: FormData, name: string) => typedWhole(text(data, name));

/** Entries, one a line or between commas. */
const list = (data: FormData, name: string) =>
  text(data, name)
    .split(/[\n,;]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

function windowsOf(data: FormData): ExclusionsGiven["windows"] {
  const groups = Object.keys(WINDOW_GROUPS) as WindowGroup[];
  const given = groups.filter((group) => text(data, `windows.${group}`) !== "");
  return Object.fromEntries(given.map((group) => [group, number(data, `windows.${group}`)]));
}

/** The form's text as the settings that the action checks. */
export function settingsIn(data: FormData): ExclusionsGiven {
  const products = list(data, "products");
  return {
    windowDays: number(data, "windowDays"),
    windows: windowsOf(data),
    dormantDays: number(data, "dormantDays"),
    scannerSeconds: number(data, "scannerSeconds"),
    burstMilliseconds: number(data, "burstMilliseconds"),
    ownDomains: list(data, "ownDomains"),
    staffAddresses: list(data, "staffAddresses"),
    products: products.length > 0 ? products : null,
    otherProducts: list(data, "otherProducts"),
    otherPaths: list(data, "otherPaths"),
    testWords: list(data, "testWords"),
    gatewayMarks: list(data, "gatewayMarks"),
    prefetchMarks: list(data, "prefetchMarks"),
    retentionMonths: text(data, "retentionMonths") === "" ? null : number(data, "retentionMonths"),
  };
}
