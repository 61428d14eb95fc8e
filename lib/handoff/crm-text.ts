import { inert } from "@/lib/intake/csv/inert";
import { formatExact, type Reader } from "@/lib/platform/format";
import { shortened, shownLine } from "@/lib/platform/shown-text";
import { CATEGORIES, type FieldId, fieldDefinition } from "@/lib/standard/categories";
import { CATEGORY_NAMES } from "@/lib/standard/category-names";
import type { FieldValue } from "@/lib/standard/field";
import { scoreTrend } from "@/lib/standard/scoring-context";
import { trendWords } from "@/lib/standard/trend-words";
import { reasonNotToCall } from "@/lib/standard/values/reason-not-to-call";
import { trustWord, valueWords } from "@/lib/standard/values/value-words";
import { datedTouchpoint } from "@/lib/trail/wording/dated";
import type { Snapshot } from "./snapshot";

const line = (name: string, words: string | null) =>
  words ? [`${name}: ${shortened(shownLine(words), LONGEST)}`] : [];
/** Words from outside that begin a line: on that line only, and no formula where it is pasted. */
const free = (words: string) => inert(shortened(shownLine(words), LONGEST));

/** A note in a CRM is read at a glance; nothing of a handoff's own is longer. */
const LONGEST = 2_000;

/** A value as the note says it; a CRM match with when it was looked up (C2.5), as it ages there. */
function told(id: FieldId, field: FieldValue, reader: Reader): string | null {
  const words = valueWords(id, field.value, reader.locale);
  if (words === null) return null;
  const checked =
    id === "C2.5" ? `, checked ${formatExact(new Date(field.obtainedAt), reader)}` : "";
  return `${words}${checked} (${trustWord(id, field)})`;
}

function fieldLines({ fields }: Snapshot, reader: Reader, ids: readonly FieldId[]): string[] {
  return ids.flatMap((id) => {
    const field = fields[id];
    if (!field) return [];
    const { label } = fieldDefinition(id);
    if (field.notObtainable !== undefined) {
      return line(label, `not obtainable, because: ${field.notObtainable}`);
    }
    return line(label, told(id, field, reader));
  });
}

const block = (title: string, lines: string[]) =>
  lines.length === 0 ? [] : [[title.toUpperCase(), ...lines].join("\n")];

/**
 * The handoff as plain text for a CRM's note: a reason not to call before
 * anything else (C2.5), then the five categories in the order of the page. Lists
 * of evidence stay out (article: a record wants the three to five touchpoints, not the raw log).
 */
export function crmText(snapshot: Snapshot, reader: Reader, now: Date): string {
  const { trigger, opener, touchpoints, summary, notes, flags, routedAt, routingReason } = snapshot;
  const [basics, company, , scoring] = CATEGORIES.map(({ fields }) => fields.map(({ id }) => id));
  const trail = touchpoints.map(
    (one) => `- ${datedTouchpoint({ ...one, text: free(one.text) }, reader, now, "short")}`,
  );
  const remarks = [...flags, ...notes].map(({ text, author }) => `- ${free(text)} (${author})`);
  const match = snapshot.fields["C2.5"];
  const reason = match ? reasonNotToCall(match) : null;
  return [
    ...block("Before you call", reason ? line(reason.lead, reason.words) : []),
    ...block("Why now", [free(trigger.text), ...line("Say", opener)]),
    ...block(CATEGORY_NAMES.contactBasics, fieldLines(snapshot, reader, basics ?? [])),
    ...block(CATEGORY_NAMES.companyIntelligence, fieldLines(snapshot, reader, company ?? [])),
    ...block(CATEGORY_NAMES.behavioralTrail, trail),
    ...block(summary?.draft ? "Summary (draft)" : "Summary", summary ? [free(summary.text)] : []),
    ...block(CATEGORY_NAMES.scoringContext, scoreWords(snapshot, reader.locale, scoring ?? [])),
    ...block(CATEGORY_NAMES.handoffMetadata, [
      ...line("Routed", `${formatExact(new Date(routedAt), reader)} to ${snapshot.owner.name}`),
      ...line("Routing reason", routingReason),
      ...fieldLines(snapshot, reader, ["C5.3"]),
    ]),
    ...block("Notes and flags", remarks),
  ].join("\n\n");
}

function scoreWords(snapshot: Snapshot, locale: string, ids: readonly FieldId[]): string[] {
  const numbers = ids.flatMap((id) => {
    const value = snapshot.fields[id]?.value;
    return typeof value === "number"
      ? line(fieldDefinition(id).label, valueWords(id, value, locale))
      : [];
  });
  const trend = scoreTrend.safeParse(snapshot.fields["C4.5"]?.value).data;
  return [
    ...(numbers.length === 0 ? [] : [numbers.join(", ")]),
    ...(trend ? line(fieldDefinition("C4.5").label, trendWords(trend, locale)) : []),
  ];
}
