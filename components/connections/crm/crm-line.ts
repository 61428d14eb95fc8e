import type { CrmDay } from "@/lib/connections/outbox/standing/view";
import type { ConnectionView } from "@/lib/connections/view";
import { crmMapAddress } from "@/lib/platform/address";
import { formatAge, type Reader } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import { troubleWords } from "../channel-line";
import { type ConnectionLine, connectionLine } from "../connection-line";

/** A CRM as the list shows it, with the way to its field map. */
export type CrmLine = ConnectionLine & { map: { href: string; words: string } };

const WORDS = { sent: "sent", waiting: "waiting", failed: "given up" } as const;

/** '12 sent, 1 waiting'. */
export function outgoingDayWords(day: CrmDay | undefined, locale: string): string {
  const counts = (["sent", "waiting", "failed"] as const)
    .filter((state) => (day?.[state] ?? 0) > 0)
    .map((state) => `${formatNumber(day?.[state] ?? 0, locale)} ${WORDS[state]}`);
  return counts.join(", ") || "Nothing sent";
}

/** The worst that is so: a map that is no longer right holds everything up. */
export function outgoingStanding(
  view: ConnectionView,
  line: ConnectionLine,
  day: CrmDay | undefined,
  reader: Reader,
  now: Date,
): ConnectionLine["standing"] {
  const [fault] = day?.faults ?? [];
  if (view.paused) return { ...line.standing, detail: "What goes out waits until it is resumed." };
  if (fault)
    return { word: "Field map is wrong", tone: "bad", detail: `${fault.to} ${fault.words}.` };
  const lacking = lackingWords(view, reader, now);
  if (line.standing.tone === "bad")
    return {
      ...line.standing,
      detail: lacking || troubleWords(view, reader, now) || line.standing.detail,
    };
  if (lacking && line.standing.tone === "good")
    return { word: "Works in part", tone: "bad", detail: lacking };
  return line.standing;
}

/** What the last test found to be missing, which names it, and when that was; "" where nothing is. */
function lackingWords({ test }: ConnectionView, reader: Reader, now: Date): string {
  if (test?.works !== false || test.cause !== "refused") return "";
  return `${test.words.replace(/\.$/, "")}; tested ${formatAge(test.at, now, reader)}.`;
}

/** A CRM in words, ready to be printed. */
export function crmLine(
  view: ConnectionView,
  day: CrmDay | undefined,
  mayChange: boolean,
  reader: Reader,
  now: Date,
): CrmLine {
  const line = connectionLine(view, mayChange, reader, now);
  return {
    ...line,
    standing: outgoingStanding(view, line, day, reader, now),
    day: outgoingDayWords(day, reader.locale),
    map: {
      href: crmMapAddress(view.id),
      words: formatCount(day?.mapped ?? 0, "field", "fields", reader.locale),
    },
  };
}
