import { typedWhole } from "@/lib/platform/typed-number";
import type { ExclusionsGiven } from "@/lib/trail/input";
import { type ExclusionSettings, WINDOW_GROUPS, type WindowGroup } from "@/lib/trail/settings";

type Days = `windows.${WindowGroup}`;

/** A field of the form; its input is named `settings.` and this. */
export type TrailField = Exclude<keyof ExclusionSettings, "windows"> | Days;

/** What stands in the fields. */
export type TrailText = Record<TrailField, string>;

const GROUPS = Object.keys(WINDOW_GROUPS) as WindowGroup[];

/** The settings as they are typed; each field in the same order, since drafts are compared as texts. */
export function trailText(settings: ExclusionSettings): TrailText {
  const lines = (entries: readonly string[] | null) => entries?.join("\n") ?? "";
  const days = GROUPS.map((group) => [`windows.${group}`, String(settings.windows[group] ?? "")]);
  return {
    windowDays: String(settings.windowDays),
    ...(Object.fromEntries(days) as Record<Days, string>),
    dormantDays: String(settings.dormantDays),
    scannerSeconds: String(settings.scannerSeconds),
    burstMilliseconds: String(settings.burstMilliseconds),
    ownDomains: lines(settings.ownDomains),
    staffAddresses: lines(settings.staffAddresses),
    products: lines(settings.products),
    otherProducts: lines(settings.otherProducts),
    otherPaths: lines(settings.otherPaths),
    testWords: lines(settings.testWords),
    gatewayMarks: lines(settings.gatewayMarks),
    prefetchMarks: lines(settings.prefetchMarks),
    retentionMonths: String(settings.retentionMonths ?? ""),
  };
}

/** Entries, one a line or between commas. */
const list = (text: string) =>
  text
    .split(/[\n,;]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** What is no number stays one that the schema refuses with the field's own words. */
const number = (text: string) => typedWhole(text.trim());

function windowsOf(text: TrailText): ExclusionsGiven["windows"] {
  const given = GROUPS.filter((group) => text[`windows.${group}`].trim() !== "");
  return Object.fromEntries(given.map((group) => [group, number(text[`windows.${group}`])]));
}

/** The form's text as the settings that the action checks. */
export function settingsIn(text: TrailText): ExclusionsGiven {
  const products = list(text.products);
  return {
    windowDays: number(text.windowDays),
    windows: windowsOf(text),
    dormantDays: number(text.dormantDays),
    scannerSeconds: number(text.scannerSeconds),
    burstMilliseconds: number(text.burstMilliseconds),
    ownDomains: list(text.ownDomains),
    staffAddresses: list(text.staffAddresses),
    products: products.length > 0 ? products : null,
    otherProducts: list(text.otherProducts),
    otherPaths: list(text.otherPaths),
    testWords: list(text.testWords),
    gatewayMarks: list(text.gatewayMarks),
    prefetchMarks: list(text.prefetchMarks),
    retentionMonths: text.retentionMonths.trim() === "" ? null : number(text.retentionMonths),
  };
}
