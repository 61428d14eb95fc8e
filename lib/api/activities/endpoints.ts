import { z } from "zod";
import { endpoint } from "@/lib/access/requests/endpoint";
import { fieldErrors } from "@/lib/access/requests/field-errors";
import { usualActivity } from "@/lib/intake/activities/usual-activity";
import { type ActivityInput, activityInput } from "@/lib/intake/input";

/** The most activities of one request (contract). */
const MOST_ACTIVITIES = 500;
/** Room for 500 activities with a transcript each, in bytes. */
const BODY_LIMIT = 8 * 1024 * 1024;

const refusal = z.object({
  index: z.int().min(0).describe("The place in `activities`, from 0"),
  reason: z.string(),
  field: z.string().optional(),
});
type Refusal = z.infer<typeof refusal>;

/** What became of the activities that were sent. */
export const receiptDocument = z.object({
  accepted: z.int().min(0),
  repeated: z.int().min(0).describe("Known by source and id already"),
  refused: z.array(refusal),
});

const listOf = <S extends z.ZodType>(entry: S) =>
  z.strictObject({
    activities: z
      .array(entry, "must be a list")
      .min(1, "is empty")
      .max(MOST_ACTIVITIES, `has more than ${MOST_ACTIVITIES} entries`),
  });

export const takeActivities = endpoint({
  method: "POST",
  path: "/activities",
  summary: "Record activities of leads",
  scope: "activities:write",
  description:
    "Each is taken or refused on its own. The same source and id is taken once. All that is accepted is kept when the answer comes. Up to 20 leads with no more than 500 activities between them are judged by then, others within seconds.",
  body: listOf(z.unknown()),
  describedBody: listOf(activityInput),
  example: {
    activities: [
      {
        id: "visit-1",
        leadEmail: "ada.berg@example.com",
        kind: "page_viewed",
        occurredAt: "2026-06-03T09:58:00Z",
        path: "/pricing",
        title: "Pricing",
        seconds: 95,
      },
      {
        id: "form-1",
        leadExternalId: "map-4711",
        kind: "form_submitted",
        occurredAt: "2026-06-03T10:00:00Z",
        form: "Ask for a demo",
        fields: { message: "Two depots, cold chain" },
      },
    ],
  },
  bodyLimit: BODY_LIMIT,
  answers: { 202: { description: "What became of each", schema: receiptDocument } },
});

/** Sorts what was sent into activities that can be recorded and refusals with their reason. */
export function readActivities(given: readonly unknown[]): {
  readable: { index: number; activity: ActivityInput }[];
  refused: Refusal[];
} {
  const readable: { index: number; activity: ActivityInput }[] = [];
  const refused: Refusal[] = [];
  given.forEach((one, index) => {
    const usual = usualActivity(one);
    if (usual) {
      readable.push({ index, activity: usual });
      return;
    }
    const parsed = activityInput.safeParse(one);
    if (parsed.success) {
      readable.push({ index, activity: parsed.data });
      return;
    }
    const [first] = fieldErrors(parsed.error, one);
    const field = first?.field ? { field: first.field } : {};
    const reason = `${first?.field || "It"} ${first?.reason ?? "cannot be read"}`;
    refused.push({ index, reason, ...field });
  });
  return { readable, refused };
}
