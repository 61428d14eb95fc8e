import { z } from "zod";
import { isStorable } from "@/lib/platform/storable";
import { emailAddress } from "../emails/email";
import { type ActivityInput, LONGEST_TEXTS } from "../input";
import { instant } from "../instant";
import { ACTIVITY_DETAILS, type ActivityKind } from "./activity";

type Given = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;
type Named = [name: string, check: Check];

/** A text that the schema would leave as it is: nothing to trim, to cut or to refuse. */
const isUsual = (value: unknown, max: number) =>
  typeof value === "string" &&
  value !== "" &&
  value.length <= max &&
  value.trim().length === value.length &&
  isStorable(value);

/** What a detail's schema asks for, where that is a plain text or number; null where it is more. */
function checkOf(schema: z.core.$ZodType): Check | null {
  if (schema instanceof z.ZodOptional) {
    const check = checkOf(schema.unwrap());
    return check && ((value) => value === undefined || check(value));
  }
  if (schema instanceof z.ZodString) {
    const max = schema.maxLength ?? 0;
    return (value) => isUsual(value, max);
  }
  if (!(schema instanceof z.ZodNumber)) return null;
  const { minValue, maxValue } = schema;
  if (minValue === null || maxValue === null) return null;
  return (value) => typeof value === "number" && value >= minValue && value <= maxValue;
}

/** For each kind what its details are checked by; kinds that hold more than texts and numbers have none. */
const DETAILS = new Map<unknown, { kind: ActivityKind; checks: Named[] }>();
for (const [kind, { shape }] of Object.entries(ACTIVITY_DETAILS)) {
  const checks = Object.entries(shape).flatMap(([name, schema]): Named[] => {
    const check = checkOf(schema);
    return check ? [[name, check]] : [];
  });
  if (checks.length === Object.keys(shape).length)
    DETAILS.set(kind, { kind: kind as ActivityKind, checks });
}

/** What is not given; undefined also for null. False where it is no usual text. */
function optional(given: Given, name: keyof typeof LONGEST_TEXTS): string | undefined | false {
  const value = given[name] ?? undefined;
  return value === undefined || isUsual(value, LONGEST_TEXTS[name])
    ? (value as string | undefined)
    : false;
}

/**
 * Reads an activity in which all is as usual, at a tenth of what `activityInput` takes, to the very same
 * outcome. Null where that schema has something to say, to mend or to refuse: then it is to be asked.
 */
export function usualActivity(value: unknown): ActivityInput | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const given = value as Given;
  const of = DETAILS.get(given.kind);
  const envelope = envelopeOf(given);
  if (!of || !envelope) return null;
  const details = detailsOf(of.checks, given);
  if (!details) return null;
  for (const name of Object.keys(given))
    if (!(Object.hasOwn(envelope, name) || Object.hasOwn(details, name))) return null;
  // These details are this kind's; TypeScript cannot follow through the table.
  return { ...envelope, kind: of.kind, details } as ActivityInput;
}

/** As `usualActivity`, of the details of a kind alone. */
export function usualDetails(kind: ActivityKind, given: Given): Given | null {
  const of = DETAILS.get(kind);
  const details = of ? detailsOf(of.checks, given) : null;
  if (!details) return null;
  for (const name in given) if (!Object.hasOwn(details, name)) return null;
  return details;
}

function detailsOf(checks: readonly Named[], given: Given): Record<string, unknown> | null {
  const details: Record<string, unknown> = {};
  for (const [name, check] of checks) {
    const detail = given[name];
    if (!check(detail)) return null;
    if (detail !== undefined) details[name] = detail;
  }
  return details;
}

function envelopeOf(given: Given) {
  const { id, occurredAt } = given;
  const at =
    typeof occurredAt === "string" && occurredAt.length <= 100 ? instant(occurredAt) : null;
  if (!isUsual(id, LONGEST_TEXTS.id) || !at?.ok) return null;
  const leadId = optional(given, "leadId");
  const leadExternalId = optional(given, "leadExternalId");
  const userAgent = optional(given, "userAgent");
  const product = optional(given, "product");
  const source = optional(given, "source");
  if (leadId === false || leadExternalId === false) return null;
  if (userAgent === false || product === false || source === false) return null;
  const leadEmail = addressOf(given.leadEmail);
  if (leadEmail === false || !(leadId ?? leadEmail ?? leadExternalId)) return null;
  const whose = { id, leadId, leadEmail, leadExternalId };
  return { ...whose, occurredAt: at.at, userAgent, product, source, kind: undefined };
}

function addressOf(given: unknown): string | undefined | false {
  if (given === undefined || given === null) return undefined;
  const answer = isUsual(given, 1_000) ? emailAddress(given as string) : null;
  return answer?.ok ? answer.address : false;
}
