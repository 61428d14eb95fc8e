import type { NoticeKind } from "@/lib/notices/kinds";
import { typed } from "../../form/typed";

/** The name of the boxes of the form; each one's value is a kind and a connection. */
export const CHOICE = "choice";
export const choiceValue = (kind: NoticeKind, connectionId: string) => `${kind} ${connectionId}`;

/** What the form holds, as it is saved. */
export function noticesIn(data: FormData) {
  return {
    off: data.has("off"),
    quietFrom: typed(data, "quietFrom"),
    quietUntil: typed(data, "quietUntil"),
    quietWeekends: data.has("quietWeekends"),
    choices: data.getAll(CHOICE).map((value) => {
      const [kind = "", connectionId = ""] = String(value).split(" ");
      return { kind: kind as NoticeKind, connectionId };
    }),
  };
}

/** Minutes of a day as a time input shows them: 1320 is '22:00'. */
export function timeOfDay(minutes: number | null): string {
  if (minutes === null) return "";
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
