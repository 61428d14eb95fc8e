import { crmText } from "@/lib/handoff/crm-text";
import { nameParts } from "@/lib/intake/person-names/name-parts";
import { formatExact } from "@/lib/platform/format";
import { CATEGORIES, type FieldId, fieldDefinition } from "@/lib/standard/categories";
import { CRM_MATCHES } from "@/lib/standard/company-intelligence";
import { VERDICTS } from "@/lib/standard/field";
import type { Attribution } from "@/lib/standard/handoff-metadata";
import { type ScoreTrend, TRENDS } from "@/lib/standard/scoring-context";
import { valueWords } from "@/lib/standard/values/value-words";
import { datedTouchpoint } from "@/lib/trail/wording/dated";
import type { Given, Source } from "./source";

const fieldOf = ({ snapshot }: Given, id: FieldId) => snapshot.fields[id]?.value ?? null;
const wordsOf = (given: Given, id: FieldId) =>
  valueWords(id, fieldOf(given, id), given.reader.locale);

/** A field of the checklist, in the words that its page has. */
function words(id: FieldId, more: Partial<Source> = {}): Source {
  const { label } = fieldDefinition(id);
  return { id, label, kind: "text", read: (given) => wordsOf(given, id), ...more };
}

/** A field of the checklist that is a number; where only a range is known, its words. */
const number = (id: FieldId): Source =>
  words(id, {
    kind: "number",
    read: (given) => {
      const value = fieldOf(given, id);
      return typeof value === "number" ? value : wordsOf(given, id);
    },
  });

const nameOf = (part: "given" | "family") => (given: Given) => {
  const full = fieldOf(given, "C1.1");
  return typeof full === "string" ? (nameParts(full)?.[part] ?? null) : null;
};

const attributed = (key: "campaign" | "channel" | "asset", label: string): Source => ({
  id: `C5.3.${key}`,
  label,
  kind: "text",
  read: (given) => (fieldOf(given, "C5.3") as Attribution | null)?.[key] ?? null,
});

const lines = (texts: readonly string[]) => texts.join("\n") || null;

/** How complete one category was at the handoff. */
const verdictOf = ({ key, label }: (typeof CATEGORIES)[number]): Source => ({
  id: key,
  label: `${label}: completeness`,
  kind: "choice",
  choices: VERDICTS,
  read: ({ snapshot }) => snapshot.completeness[key],
});

const PROSE = 255;

/** Every value that can go to a field of a CRM, in the order of the checklist. */
export const SOURCES: readonly Source[] = [
  words("C1.1"),
  { id: "C1.1.given", label: "Given name", kind: "text", read: nameOf("given") },
  { id: "C1.1.family", label: "Family name", kind: "text", read: nameOf("family") },
  words("C1.2"),
  words("C1.3"),
  words("C1.4", { whole: true }),
  words("C1.5", { whole: true, read: (given) => fieldOf(given, "C1.5") as string | null }),
  words("C1.6", {
    kind: "link",
    whole: true,
    read: (given) => fieldOf(given, "C1.6") as string | null,
  }),
  words("C1.7"),
  number("C2.1"),
  words("C2.2"),
  words("C2.3"),
  words("C2.4", { needs: PROSE }),
  words("C2.5", { kind: "choice", choices: Object.values(CRM_MATCHES) }),
  number("C2.6"),
  words("C2.7"),
  {
    id: "C3.8",
    label: fieldDefinition("C3.8").label,
    kind: "text",
    needs: PROSE,
    read: ({ snapshot, reader, now }) =>
      lines(snapshot.touchpoints.map((one) => datedTouchpoint(one, reader, now, "short"))),
  },
  {
    id: "C3.9",
    label: fieldDefinition("C3.9").label,
    kind: "text",
    needs: PROSE,
    read: ({ snapshot }) => snapshot.summary?.text ?? null,
  },
  number("C4.1"),
  number("C4.2"),
  number("C4.3"),
  number("C4.4"),
  {
    id: "C4.5",
    label: fieldDefinition("C4.5").label,
    kind: "choice",
    choices: TRENDS,
    read: (given) => (fieldOf(given, "C4.5") as ScoreTrend | null)?.direction ?? null,
  },
  {
    id: "C4.6",
    label: fieldDefinition("C4.6").label,
    kind: "text",
    needs: PROSE,
    read: ({ snapshot }) => snapshot.trigger.text,
  },
  {
    id: "C5.1",
    label: fieldDefinition("C5.1").label,
    kind: "date",
    read: ({ snapshot }) => snapshot.routedAt,
  },
  {
    id: "C5.2",
    label: fieldDefinition("C5.2").label,
    kind: "text",
    needs: PROSE,
    read: ({ snapshot }) => snapshot.routingReason,
  },
  attributed("campaign", "Campaign"),
  attributed("channel", "Channel"),
  attributed("asset", "Asset"),
  {
    id: "C5.4",
    label: fieldDefinition("C5.4").label,
    kind: "text",
    needs: PROSE,
    read: ({ snapshot }) => lines([...snapshot.flags, ...snapshot.notes].map(({ text }) => text)),
  },
  ...CATEGORIES.map(verdictOf),
  {
    id: "warm",
    label: "Warm handoff",
    kind: "yes or no",
    read: ({ snapshot }) => Object.values(snapshot.completeness).every((one) => one === "complete"),
  },
  {
    id: "answer",
    label: "The rep’s answer",
    kind: "choice",
    choices: ["Accepted", "Rejected"],
    read: ({ answer }) => answer && (answer.accepted ? "Accepted" : "Rejected"),
  },
  {
    id: "answer.words",
    label: "Why the rep rejected it",
    kind: "text",
    read: ({ answer }) => (answer && !answer.accepted ? answer.words : null),
  },
  { id: "link", label: "Link to the handoff", kind: "link", whole: true, read: ({ url }) => url },
  {
    id: "text",
    label: "The whole handoff as text",
    kind: "text",
    needs: 4_000,
    read: ({ snapshot, reader, now }) => crmText(snapshot, reader, now),
  },
];

/** The source with an id; undefined where there is none any more. */
export const sourceOf = (id: string): Source | undefined => SOURCES.find((one) => one.id === id);

/** 'Wed 3 June 2026, 12:00': a moment as a text field shows it to the rep. */
export const momentWords = (at: string, { reader }: Given) => formatExact(new Date(at), reader);
