import type { Reader } from "@/lib/platform/format";
import { zoneToday, zoneWords } from "./zone-names";

/** A choice of a list: what is kept, and how it is called. */
type Choice = { value: string; label: string };
/** What somebody chooses from when they say how they read times and numbers. */
export type ReaderChoices = { timeZones: readonly Choice[]; locales: readonly Choice[] };

/** Where English stands first, since the pages are written in it. */
const LOCALES = `en-GB en-US en-AU en-CA en-IE en-IN en-NZ en-SG en-ZA
  ar-AE bg-BG cs-CZ da-DK de-AT de-CH de-DE el-GR es-419 es-ES es-MX et-EE fi-FI fr-BE fr-CA fr-CH fr-FR
  he-IL hi-IN hr-HR hu-HU id-ID it-CH it-IT ja-JP ko-KR lt-LT lv-LV ms-MY nb-NO nl-BE nl-NL pl-PL
  pt-BR pt-PT ro-RO sk-SK sl-SI sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-HK zh-TW`.split(/\s+/);

/** All time zones and the usual ways to write dates and numbers, with what is `chosen` among them. */
export function readerChoices(chosen: readonly Reader[]): ReaderChoices {
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  const known = Intl.supportedValuesOf("timeZone").map(zoneToday);
  const zones = new Set([...known, "UTC", ...chosen.map(({ timeZone }) => timeZone)]);
  const locales = new Set([...LOCALES, ...chosen.map(({ locale }) => locale)]);
  return {
    timeZones: [...zones].toSorted().map((value) => ({ value, label: zoneWords(value) })),
    locales: [...locales].map((value) => ({ value, label: names.of(value) ?? value })),
  };
}
