import { capitalised } from "@/lib/platform/shown-text";
import type { FieldId } from "../categories";
import { fieldDefinition } from "../categories";
import type { FieldValue, SaidWrong } from "../field";
import type { FillMode } from "../fill-mode";
import { speakingEmail } from "./email-verdict";
import { agreeing, ownWord, placeOf } from "./own-language";
import { wrongnessOf } from "./said-wrong";

/**
 * A value beside others of the same field; `prevails` says which one is shown and judged. `mode` is
 * how its provider may stand against the others, where a provider gave it. `wrongValues`: what of
 * the field, from whatever source, was said to be wrong; kept on whichever value was stored then.
 */
export type StoredValue = FieldValue & {
  fieldId: FieldId;
  mode?: FillMode;
  wrongValues?: SaidWrong[];
};

/** What a value is worth by how it was had, least first. */
const WORTH = [
  "given up by a provider",
  "a switchboard",
  "fills a blank",
  "captured",
  "given up by a person",
  "verified",
  "may override",
  "by a person",
] as const;
type Worth = (typeof WORTH)[number];

/** How a value was had, as far as its place among others depends on it. */
function worthOf(value: StoredValue): Worth {
  const { source, verified, notObtainable, mode, fieldId, detail } = value;
  const byPerson = source === "person";
  if (notObtainable !== undefined)
    return byPerson ? "given up by a person" : "given up by a provider";
  if (byPerson) return "by a person";
  // Whoever confirmed it, it is not the lead's own line (C1.5).
  if (fieldId === "C1.5" && detail?.kind === "switchboard") return "a switchboard";
  if (mode === "override") return "may override";
  if (mode === "blank") return "fills a blank";
  return verified ? "verified" : "captured";
}

/** Its place in the list of the field's usual sources, the usual one highest. */
function usualness({ fieldId, source }: StoredValue): number {
  const order = fieldDefinition(fieldId).sources.indexOf(source);
  return order < 0 ? -100 : -order;
}

const newestFirst = (one: StoredValue, other: StoredValue) =>
  other.obtainedAt.localeCompare(one.obtainedAt) ||
  (one.provider ?? "").localeCompare(other.provider ?? "") ||
  one.source.localeCompare(other.source);

/** Orders two values of one field, the one that prevails first. */
function compare(one: StoredValue, other: StoredValue): number {
  return (
    WORTH.indexOf(worthOf(other)) - WORTH.indexOf(worthOf(one)) ||
    Number(other.verified) - Number(one.verified) ||
    usualness(other) - usualness(one) ||
    newestFirst(one, other)
  );
}

/**
 * What may prevail: nothing that was said to be wrong (Q.5), and of addresses only the one value
 * that speaks for the lead's own (C1.4), and of languages none but the lead's own word (C1.7).
 */
function candidates<V extends StoredValue>(all: readonly V[]): V[] {
  const values = all.filter((value) => wrongnessOf(value, all) === null);
  if (values[0]?.fieldId === "C1.7") return agreeing(values);
  if (values[0]?.fieldId !== "C1.4") return values;
  const speaking = speakingEmail(values, compare);
  const givenUp = values.filter(({ notObtainable }) => notObtainable !== undefined);
  return speaking ? [speaking, ...givenUp] : givenUp;
}

/** The values of one field, the one that prevails first; what may not prevail comes last. */
function inOrder<V extends StoredValue>(values: readonly V[]): V[] {
  const first = candidates(values);
  const rest = values.filter((value) => !first.includes(value));
  return [...first.toSorted(compare), ...rest.toSorted(compare)];
}

/**
 * Which of several values of one field prevails (G.2): a person's; else what a provider may
 * override with; else a verified one; else a person's 'not obtainable'; else a captured one; else
 * what only fills a blank; a company's switchboard after every line of the lead's own. Then the field's usual source, then the newest. So what a person gave up
 * on is taken up again when somebody confirms a value, and the order in which values arrive does not
 * matter. The others are kept beside it. Null where there is none, or only what was said to be wrong.
 */
export function prevailing<V extends StoredValue>(values: readonly V[]): V | null {
  return candidates(values).toSorted(compare)[0] ?? null;
}

const OTHER_GIVERS: Readonly<Record<FieldValue["source"], string>> = {
  form: "the form",
  enrichment: "enrichment",
  map: "the MAP",
  crm: "the CRM",
  routing: "routing",
  person: "a person",
  scoring: "scoring",
};

/** Who gave a value, inside a sentence: 'Apollo', 'the form'. */
const giver = ({ source, provider }: StoredValue) =>
  (source === "enrichment" && provider) || OTHER_GIVERS[source];

function whyVerified(winner: StoredValue, next: StoredValue): string {
  const given = `${giver(winner)} confirmed it`;
  if (worthOf(next) === "given up by a person") return `${given} after a person gave it up.`;
  const later = winner.obtainedAt > next.obtainedAt ? ` after ${giver(next)}` : "";
  return `${given}${later}: verified goes before captured.`;
}

/** Why one value goes before the next where both were had in the same way. */
function whyFirst(winner: StoredValue, next: StoredValue): string {
  if (winner.verified !== next.verified)
    return `${giver(winner)} confirmed it, ${giver(next)} did not.`;
  if (usualness(winner) !== usualness(next))
    return `${giver(winner)} is the usual source of this field.`;
  return `${giver(winner)} is newer than ${giver(next)}.`;
}

function whyAddress(winner: StoredValue, next: StoredValue): string | null {
  const same = String(winner.value).toLowerCase() === String(next.value).toLowerCase();
  if (next.notObtainable !== undefined) return null;
  if (!same) return `${giver(next)} has another address, which may be another person's.`;
  return winner.source === "enrichment" ? `${giver(winner)} checked this address last.` : null;
}

/**
 * Why the one of several values of a field prevails that does, in a short sentence for marketing
 * ops. Empty where there is none.
 */
export function whyPrevails(values: readonly StoredValue[]): string {
  const [winner, next] = inOrder(values);
  if (!winner || wrongnessOf(winner, values)) return "";
  const worth = worthOf(winner);
  if (worth === "given up by a person") return "A person said that it cannot be had.";
  if (worth === "given up by a provider") return capitalised(`${giver(winner)} has none.`);
  if (worth === "by a person") return "A person filled it in.";
  if (!next) return capitalised(`only ${giver(winner)} gave one.`);
  if (wrongnessOf(next, values))
    return capitalised(`what ${giver(next)} gave was said to be wrong.`);
  const address = winner.fieldId === "C1.4" ? whyAddress(winner, next) : null;
  if (address) return capitalised(address);
  if (ownWord(values) === winner && placeOf(next).language !== placeOf(winner).language)
    return "The lead gave this language itself.";
  const below = worthOf(next);
  if (worth === below) return capitalised(whyFirst(winner, next));
  if (below === "a switchboard")
    return capitalised(`${giver(next)} only has the company's switchboard.`);
  if (worth === "may override") return capitalised(`${giver(winner)} may override the others.`);
  if (worth === "verified" && below !== "fills a blank")
    return capitalised(whyVerified(winner, next));
  if (below === "fills a blank") return capitalised(`${giver(next)} only fills blanks.`);
  return capitalised(`${giver(winner)} gave one, ${giver(next)} has none.`);
}
