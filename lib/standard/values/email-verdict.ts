import type { FieldValue } from "../field";
import type { FillMode } from "../fill-mode";

/** A value of C1.4 with how its giver may stand against others. */
type EmailValue = FieldValue & { mode?: FillMode };

const CONCLUSIVE = ["deliverable", "risky", "undeliverable"];
const MODES = { blank: 0, refresh: 1, override: 2 } as const;

const text = (content: unknown) => (typeof content === "string" ? content : "");
const address = ({ value }: EmailValue) => text(value).toLowerCase();
const deliverability = ({ detail }: EmailValue) => text(detail?.deliverability);
const checkedAt = ({ detail, obtainedAt }: EmailValue) => text(detail?.checkedAt) || obtainedAt;
const modeRank = ({ mode }: EmailValue) => MODES[mode ?? "refresh"];

/** True where somebody who checks addresses has said what becomes of mail to this one. */
const isVerdict = (value: EmailValue) =>
  value.source === "enrichment" && CONCLUSIVE.includes(deliverability(value));

const newestFirst = (one: EmailValue, other: EmailValue) =>
  checkedAt(other).localeCompare(checkedAt(one)) ||
  text(one.provider).localeCompare(text(other.provider));

const byVerdict = (one: EmailValue, other: EmailValue) =>
  modeRank(other) - modeRank(one) || newestFirst(one, other);

/** Of values without a verdict: confirmed ones first, then those that somebody at least checked. */
const byCheck = (one: EmailValue, other: EmailValue) =>
  Number(other.verified) - Number(one.verified) ||
  Number(other.source === "enrichment") - Number(one.source === "enrichment") ||
  modeRank(other) - modeRank(one) ||
  newestFirst(one, other);

/**
 * The address a lead has: what it, a system or a person of ours gave, in the order of `compare`. A
 * provider's address counts only where none of them gave one, because it may be another person's.
 */
function addressOf<V extends EmailValue>(given: readonly V[], compare: (a: V, b: V) => number) {
  const own = given.filter(({ source }) => source !== "enrichment");
  const [first] = (own.length > 0 ? own : given).toSorted(compare);
  return first ? address(first) : null;
}

/**
 * The value of C1.4 that speaks for the lead's address (C1.4): what a person confirmed, else the
 * verdict of a verifier that may override, else the newest verdict; 'unknown' is no verdict. Any of
 * them is taken away by whoever says later that mail does not arrive. Values with another address
 * never speak. Null where there is none.
 */
export function speakingEmail<V extends EmailValue>(
  values: readonly V[],
  compare: (one: V, other: V) => number,
): V | null {
  const given = values.filter((value) => value.notObtainable === undefined);
  const wanted = addressOf(given, compare);
  const same = given.filter((value) => address(value) === wanted);
  const verdicts = same.filter(isVerdict).toSorted(byVerdict);
  const [person] = same.filter(({ source }) => source === "person").toSorted(newestFirst);
  const standing = person ?? verdicts[0];
  if (!standing) {
    const [best] = same.toSorted((one, other) => byCheck(one, other) || compare(one, other));
    return best ?? null;
  }
  const [bounced] = verdicts.filter(isBounce).toSorted(newestFirst);
  return bounced && checkedAt(bounced) > checkedAt(standing) ? bounced : standing;
}

/** What only fills blanks says nothing against another. */
const isBounce = (value: EmailValue) =>
  deliverability(value) === "undeliverable" && value.mode !== "blank";
