import type { ProviderSetting } from "@/lib/enrichment/provider";
import type { Json } from "@/lib/standard/field";
import type { SourceSystem, Stream } from "./source";

const KEY = "leaveOut";

/** Not every account has, or wants to show, all that a system could tell. */
export const leaveOutSetting = (streams: readonly Stream[]): ProviderSetting => ({
  key: KEY,
  label: `Not to be read (of ${streams.map(({ id }) => id).join(", ")})`,
  secret: false,
  optional: true,
});

const named = (value: unknown) =>
  String(value ?? "")
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

/** What is wrong with what is to be left out; null where nothing is, or where this is another setting. */
export function wrongLeaveOut(streams: readonly Stream[], key: string, value: string) {
  if (key !== KEY) return null;
  const unknown = named(value).find((name) => !streams.some(({ id }) => id === name));
  if (unknown) return `names ‘${unknown.slice(0, 40)}’, which is none of them`;
  return streams.every(({ id }) => named(value).includes(id)) ? "leaves nothing to read" : null;
}

/** The streams of a system that are read under a connection's settings; none where it is not read. */
export function streamsRead(
  { streams, isRead }: Pick<SourceSystem, "streams" | "isRead">,
  settings: { [key: string]: Json },
): readonly Stream[] {
  if (isRead?.(settings) === false) return [];
  const left = named(settings[KEY]);
  return streams.filter(({ id }) => !left.includes(id));
}
