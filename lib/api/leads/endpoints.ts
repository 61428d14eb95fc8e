import { z } from "zod";
import { endpoint } from "@/lib/access/requests/endpoint";
import { LEAD_STATUS_NAMES } from "@/lib/gate/status";
import { leadFields, leadInput } from "@/lib/intake/input";
import { cursorParameter, limitParameter, pageOf } from "../cursor";
import { instantParameter } from "../instant-parameter";
import { leadDocument } from "./lead-document";

export const leadPageDocument = pageOf(leadDocument);

/** Asked for by nothing is a slip of the sender's: every lead there is would be the wrong answer. */
const asked = <S extends z.ZodType<string | undefined>>(field: z.ZodOptional<S>) =>
  field
    .unwrap()
    .refine((given) => given !== undefined, "is empty")
    .optional();

/** What becomes of a lead that is sent with a key that may not read leads: it was known, or it is new. */
export const leadTaken = z.strictObject({ id: z.guid(), status: z.enum(LEAD_STATUS_NAMES) });

/** What is answered to a lead that is sent. */
export const sentLeadDocument = z.union([leadDocument, leadTaken]);

export const takeLead = endpoint({
  method: "POST",
  path: "/leads",
  summary: "Create or update a lead",
  scope: "leads:write",
  description:
    "A lead is found by its email, else by the externalId, and judged against the standard at once. A key without leads:read is told its `id` and `status` alone.",
  body: leadInput,
  example: {
    email: "ada.berg@example.com",
    firstName: "Ada",
    lastName: "Berg",
    jobTitle: "Head of Logistics",
    company: "Nordlys Frakt AS",
    phone: "+47 22 34 56 78",
    campaign: "Cold chain 2026",
    channel: "Paid search",
    asset: "Cold chain visibility guide",
    externalId: "map-4711",
  },
  answers: {
    200: { description: "The lead was known; it is as it is now", schema: sentLeadDocument },
    201: { description: "The lead is new", schema: sentLeadDocument },
  },
});

export const listLeads = endpoint({
  method: "GET",
  path: "/leads",
  summary: "List leads, those changed longest ago first",
  scope: "leads:read",
  description:
    "Ask again with the latest `updatedAt` that you saw as `updatedSince`, and you miss no change: what is still being kept comes with the next answer.",
  query: z.strictObject({
    status: z.enum(LEAD_STATUS_NAMES, `is not one of ${LEAD_STATUS_NAMES.join(", ")}`).optional(),
    email: asked(leadFields.email),
    externalId: asked(leadFields.externalId),
    updatedSince: instantParameter.optional(),
    limit: limitParameter,
    cursor: cursorParameter.optional(),
  }),
  answers: { 200: { description: "One page", schema: leadPageDocument } },
});

export const showLead = endpoint({
  method: "GET",
  path: "/leads/{id}",
  summary: "Show a lead",
  scope: "leads:read",
  answers: { 200: { description: "The lead", schema: leadDocument } },
});
