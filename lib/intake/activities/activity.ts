import { z } from "zod";

/** The kinds of activity that every source is brought down to (contract, POST /api/v1/activities). */
export const ACTIVITY_KINDS = [
  "page_viewed",
  "content_downloaded",
  "email_delivered",
  "email_opened",
  "email_clicked",
  "event_registered",
  "event_attended",
  "chat",
  "form_submitted",
  "competitor_content",
  "sales_activity",
  "remark",
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Kinds that a machine or a mail client does for a person: never evidence by themselves (X.5). */
export const PASSIVE_KINDS: readonly ActivityKind[] = ["email_delivered", "email_opened"];

const line = (max: number) => z.string().trim().min(1).max(max);

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What somebody put into one field of a form: text as it is, numbers, ticks and lists as text. */
const formAnswer = z
  .union([scalar, z.null(), z.array(scalar).max(1_000)], {
    error: "must be text, a number, true or false, or a list of these",
  })
  .transform((given) => (Array.isArray(given) ? given.join(", ") : String(given ?? "")))
  .pipe(z.string().max(10_000));

/** An email in any of its three kinds (contract); `url` is the link that was clicked, or the mail's own. */
const message = z.object({
  messageId: line(200),
  subject: line(500).optional(),
  url: line(2_000).optional(),
});

/** What each kind needs beyond when it happened; lengths in characters. */
export const ACTIVITY_DETAILS = {
  page_viewed: z.object({
    path: line(2_000),
    title: line(500).optional(),
    seconds: z.number().min(0).max(86_400).optional(),
  }),
  content_downloaded: z.object({ title: line(500), url: line(2_000).optional() }),
  email_delivered: message,
  email_opened: message,
  email_clicked: message,
  event_registered: z.object({ title: line(500) }),
  event_attended: z.object({ title: line(500) }),
  chat: z.object({ transcript: line(100_000) }),
  form_submitted: z.object({
    form: line(500),
    fields: z.record(z.string().max(200), formAnswer).optional(),
  }),
  competitor_content: z.object({ competitor: line(200), title: line(500).optional() }),
  sales_activity: z.object({ text: line(10_000) }),
  remark: z.object({ text: line(10_000) }),
} as const satisfies Record<ActivityKind, z.ZodType>;

export type ActivityDetails = {
  [K in ActivityKind]: z.infer<(typeof ACTIVITY_DETAILS)[K]>;
};

/**
 * One raw event of one lead, in the one form that rules see. `id` is unique in the database,
 * `source` names the sending system.
 */
export type Activity = {
  [K in ActivityKind]: {
    id: string;
    kind: K;
    occurredAt: Date;
    /** When it came in, which may be long after; left out where nobody has said. */
    receivedAt?: Date;
    source: string;
    userAgent: string | null;
    product: string | null;
    details: ActivityDetails[K];
  };
}[ActivityKind];
