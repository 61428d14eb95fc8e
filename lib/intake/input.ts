import { z } from "zod";
import { isStorable } from "@/lib/platform/storable";
import {
  ACTIVITY_DETAILS,
  ACTIVITY_KINDS,
  type ActivityDetails,
  type ActivityKind,
} from "./activities/activity";
import { emailAddress } from "./emails/email";
import { instant } from "./instant";

const UNSTORABLE = "contains a character that cannot be kept";

/** A text of one to `max` characters; an empty one or null counts as not given, as forms and MAPs send it. */
const text = (max: number) =>
  z
    .string("must be text")
    .trim()
    .max(max, `is longer than ${max} characters`)
    .refine(isStorable, UNSTORABLE)
    .nullable()
    .transform((given) => given || undefined)
    .optional();

const required = (max: number) =>
  z
    .string("must be text")
    .trim()
    .min(1, "is empty")
    .max(max, `is longer than ${max} characters`)
    .refine(isStorable, UNSTORABLE);

/** Comes out in the normal form that leads are matched by. */
const email = text(1_000)
  .transform((given, context) => {
    if (given === undefined) return undefined;
    const answer = emailAddress(given);
    if (answer.ok) return answer.address;
    context.addIssue({ code: "custom", message: answer.reason });
    return z.NEVER;
  })
  .optional();

/** The instant that a text names, where it names one. */
export function asInstant(given: string, context: z.RefinementCtx): Date {
  const answer = instant(given);
  if (answer.ok) return answer.at;
  context.addIssue({ code: "custom", message: answer.reason });
  return z.NEVER;
}

const time = required(100).transform(asInstant);

/** The fields of a lead as a sender names them (contract, POST /api/v1/leads, and CSV). */
export const leadFields = {
  email,
  firstName: text(500),
  lastName: text(500),
  /** Where the sender has one column for both names. */
  name: text(500),
  jobTitle: text(500),
  company: text(500),
  companyDomain: text(500),
  /** A number or a range, such as '51-200'. */
  employees: text(100),
  industry: text(500),
  phone: text(200),
  linkedinUrl: text(2_000),
  language: text(200),
  region: text(200),
  campaign: text(500),
  channel: text(500),
  asset: text(500),
  externalId: text(200),
  capturedAt: time.optional(),
};

/** Said of another system's score that is none. */
export const NO_SCORE = "is no whole number from 0 to 100";
const mapScore = z
  .number(NO_SCORE)
  .int(NO_SCORE)
  .min(0, NO_SCORE)
  .max(100, NO_SCORE)
  .nullable()
  .transform((given) => given ?? undefined)
  .optional();

/** What the sender's own scoring says of the lead; taken where the scoring model says so (C4). */
const leadScores = z.strictObject({
  total: mapScore,
  fit: mapScore,
  intent: mapScore,
  behavior: mapScore,
});

const identified = (lead: { email?: string | undefined; externalId?: string | undefined }) =>
  lead.email !== undefined || lead.externalId !== undefined;
const UNIDENTIFIED = { path: ["email"], message: "is missing, and there is no externalId either" };

/**
 * A lead as it arrives, from the API, a form or a file. Texts are kept as typed (the rules beside
 * this file make them uniform); the email address comes out in its normal form. Unknown keys are
 * refused by name.
 */
export const leadInput = z
  .strictObject({ ...leadFields, scores: leadScores.optional() })
  .refine(identified, UNIDENTIFIED);
export type LeadInput = z.infer<typeof leadInput>;

/** The longest texts that say whose an activity is and where it comes from, in characters. */
export const LONGEST_TEXTS = {
  id: 200,
  leadId: 200,
  leadExternalId: 200,
  userAgent: 2_000,
  product: 500,
  source: 200,
} as const;

/** What every activity says of itself, whatever its kind. */
export const activityEnvelope = {
  id: required(LONGEST_TEXTS.id),
  leadId: text(LONGEST_TEXTS.leadId),
  leadEmail: email,
  leadExternalId: text(LONGEST_TEXTS.leadExternalId),
  kind: z.enum(ACTIVITY_KINDS),
  occurredAt: time,
  userAgent: text(LONGEST_TEXTS.userAgent),
  product: text(LONGEST_TEXTS.product),
  source: text(LONGEST_TEXTS.source),
};

const ofKind = <K extends ActivityKind>(kind: K) =>
  z.strictObject({
    ...activityEnvelope,
    kind: z.literal(kind),
    ...ACTIVITY_DETAILS[kind].shape,
  });

const flatActivity = z.discriminatedUnion(
  "kind",
  [
    ofKind("page_viewed"),
    ofKind("content_downloaded"),
    ofKind("email_delivered"),
    ofKind("email_opened"),
    ofKind("email_clicked"),
    ofKind("event_registered"),
    ofKind("event_attended"),
    ofKind("chat"),
    ofKind("form_submitted"),
    ofKind("competitor_content"),
    ofKind("sales_activity"),
    ofKind("remark"),
  ],
  {
    error: ({ input }) =>
      z.core.util.isObject(input)
        ? `is not one of ${ACTIVITY_KINDS.join(", ")}`
        : "must be an object",
  },
);

/** The details that each kind can do without. */
const SPARE = new Map<unknown, readonly string[]>(
  Object.entries(ACTIVITY_DETAILS).map(([kind, { shape }]) => [
    kind,
    Object.entries(shape).flatMap(([name, detail]) =>
      detail instanceof z.ZodOptional ? [name] : [],
    ),
  ]),
);

/** A detail that its kind can do without counts as not given where it is empty or null, as in `text`. */
function withoutBlanks(given: unknown): unknown {
  const spare = z.core.util.isObject(given) ? SPARE.get(given.kind) : undefined;
  if (!spare) return given;
  const isBlank = (value: unknown) =>
    value === null || (typeof value === "string" && value.trim() === "");
  const kept = Object.entries(given as object).filter(
    ([name, value]) => !(spare.includes(name) && isBlank(value)),
  );
  return Object.fromEntries(kept);
}

/** One activity as rules see it, with whose it is; one of the three ways to name the lead is set. */
export type ActivityInput = {
  [K in ActivityKind]: {
    id: string;
    leadId?: string | undefined;
    leadEmail?: string | undefined;
    leadExternalId?: string | undefined;
    kind: K;
    occurredAt: Date;
    userAgent?: string | undefined;
    product?: string | undefined;
    source?: string | undefined;
    details: ActivityDetails[K];
  };
}[ActivityKind];

/**
 * An activity as it arrives (contract, POST /api/v1/activities): flat, with what its kind needs
 * beside the common fields. Comes out with the kind's own fields under `details`.
 */
export const activityInput = z
  .preprocess(withoutBlanks, flatActivity)
  .refine(({ leadId, leadEmail, leadExternalId }) => leadId ?? leadEmail ?? leadExternalId, {
    path: ["leadEmail"],
    message: "is missing, and there is no leadId or leadExternalId either",
  })
  .superRefine((given, context) => {
    for (const [key, value] of Object.entries(given))
      if (!isStorable(typeof value === "object" ? Object.entries(value).flat().join() : `${value}`))
        context.addIssue({ code: "custom", path: [key], message: UNSTORABLE });
  })
  .transform((given): ActivityInput => {
    const { id, leadId, leadEmail, leadExternalId, kind, occurredAt, userAgent, product, source } =
      given;
    const own = Object.entries(given).filter(([key]) => !(key in activityEnvelope));
    const details = Object.fromEntries(own);
    const envelope = { id, leadId, leadEmail, leadExternalId, occurredAt, userAgent, product };
    // The union above has checked that these details are this kind's; TypeScript cannot follow.
    return { ...envelope, source, kind, details } as ActivityInput;
  });

/**
 * What a lead became as it arrives in a file: whose it is, when it became an opportunity or was won,
 * and whatever else was given.
 */
export const outcomeInput = z
  .strictObject({
    email,
    externalId: text(200),
    opportunityAt: time.optional(),
    wonAt: time.optional(),
    details: z
      .record(z.string().max(200).refine(isStorable, UNSTORABLE), required(10_000))
      .default({}),
  })
  .refine(identified, UNIDENTIFIED)
  .refine(({ opportunityAt, wonAt }) => opportunityAt ?? wonAt, {
    path: ["wonAt"],
    message: "is missing",
  });
export type OutcomeInput = z.infer<typeof outcomeInput>;
