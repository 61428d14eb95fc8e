import { z } from "zod";
import { fieldErrors } from "@/lib/access/requests/field-errors";
import { activityInput, leadInput } from "@/lib/intake/input";
import { instant } from "@/lib/intake/instant";
import type { Arrived, SenderSystem } from "./sender";
import { keyOfSecret, proveStandard } from "./standard-webhooks";

/** As many entries as one request of the API takes. */
const MOST = 500;
const message = z.object({
  type: z.string(),
  timestamp: z.unknown().optional(),
  data: z.unknown(),
});

/** What an event of each type holds, in the shapes of the public API. */
const TYPES = { lead: leadInput, activity: activityInput } as const;

/**
 * Zapier, and whoever else signs JSON by Standard Webhooks: `{"type": "lead", "timestamp": …,
 * "data": …}`, where data is one or a list of what `POST /api/v1/leads` or `…/activities` takes. The
 * timestamp says as of when a lead is told that does not say so itself: an event that failed is sent
 * again hours later, and undoes nothing newer.
 */
export const zapier: SenderSystem = {
  id: "zapier",
  label: "Zapier or another sender",
  settings: [{ key: "signingSecret", label: "Signing secret", secret: true }],
  source: "form",
  wrong: (key, value) =>
    key === "signingSecret" && !longEnough(value)
      ? "is not a secret such as whsec_ and 24 random bytes or more in base64"
      : null,
  provenBy: "signingSecret",
  prove: (call, { signingSecret }, now) => proveStandard(call, signingSecret, now),
  read: (body) => {
    const read = message.safeParse(body);
    if (!read.success) return nothing("It is not {type, timestamp, data}.");
    const { type, timestamp, data } = read.data;
    if (type !== "lead" && type !== "activity")
      return nothing(`The type ${type.slice(0, 60)} is not lead or activity.`);
    const given = Array.isArray(data) ? data : [data];
    if (given.length > MOST) return nothing(`It has more than ${MOST} entries.`);
    const arrived = nothing();
    given.forEach((one, index) => {
      const parsed = TYPES[type].safeParse(one);
      if (parsed.success) (arrived[LISTS[type]] as unknown[]).push(parsed.data);
      else arrived.refused.push(`${index + 1}: ${wordsOf(parsed.error, one)}`);
    });
    const at = instant(String(timestamp));
    const leads = arrived.leads.map((lead) => (at.ok ? { capturedAt: at.at, ...lead } : lead));
    return { ...arrived, leads };
  },
};

const LISTS = { lead: "leads", activity: "activities" } as const;

const nothing = (...refused: string[]): Arrived => ({
  leads: [],
  activities: [],
  refused,
  passedOver: 0,
});

/** Standard Webhooks asks for 24 to 64 bytes. */
const longEnough = (secret: string) => (keyOfSecret(secret)?.length ?? 0) >= 24;

function wordsOf(error: z.ZodError, given: unknown): string {
  const [first] = fieldErrors(error, given);
  return `${first?.field || "It"} ${first?.reason ?? "cannot be read"}`;
}
