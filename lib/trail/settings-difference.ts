import { type ExclusionSettings, WINDOW_GROUPS, type WindowGroup } from "./settings";

/** What each setting is called; the names of the form's fields too. */
export const SETTING_LABELS = {
  windowDays: "Activities count for",
  windows: "Shorter for some kinds",
  dormantDays: "Quiet before a return",
  scannerSeconds: "A click after delivery is a machine’s within",
  burstMilliseconds: "Two links of one mail are a machine’s within",
  ownDomains: "Our own domains",
  staffAddresses: "Addresses of our people elsewhere",
  products: "Products that count",
  otherProducts: "Other products and business units",
  otherPaths: "Pages of other products",
  testWords: "Test words",
  gatewayMarks: "Marks of mail gateways",
  prefetchMarks: "Marks of mail programs that fetch ahead",
  retentionMonths: "Activities are kept for",
} as const satisfies Record<keyof ExclusionSettings, string>;

/** One setting that differs, both sides in words. */
type SettingChange = {
  setting: keyof ExclusionSettings;
  label: string;
  before: string;
  after: string;
};

const UNITS: Partial<Record<keyof ExclusionSettings, string>> = {
  windowDays: "days",
  dormantDays: "days",
  scannerSeconds: "seconds",
  burstMilliseconds: "ms",
  retentionMonths: "months",
};

function windowsWords(windows: ExclusionSettings["windows"]): string {
  const groups = Object.keys(WINDOW_GROUPS) as WindowGroup[];
  const parts = groups.flatMap((group) =>
    windows[group] === undefined
      ? []
      : [`${WINDOW_GROUPS[group].label.toLowerCase()} ${windows[group]} days`],
  );
  return parts.join(", ") || "none";
}

/** A setting's value in words, such as '90 days' or 'asdf, qwerty'. */
export function settingWords(key: keyof ExclusionSettings, settings: ExclusionSettings): string {
  const value = settings[key];
  if (key === "windows") return windowsWords(settings.windows);
  if (value === null) return key === "retentionMonths" ? "ever" : "as installed";
  if (Array.isArray(value)) return value.join(", ") || "none";
  return [String(value), UNITS[key]].filter(Boolean).join(" ");
}

/** What differs between two versions of the settings; empty where nothing does. */
export function changedSettings(
  before: ExclusionSettings,
  after: ExclusionSettings,
): SettingChange[] {
  return (Object.keys(SETTING_LABELS) as (keyof ExclusionSettings)[]).flatMap((setting) => {
    const was = settingWords(setting, before);
    const is = settingWords(setting, after);
    const label = SETTING_LABELS[setting];
    return was === is ? [] : [{ setting, label, before: was, after: is }];
  });
}
