import { z } from "zod";
import { endpoint } from "@/lib/access/requests/endpoint";
import { problemDocument } from "@/lib/access/requests/problem";
import { leadFields } from "@/lib/intake/input";
import { isStorable } from "@/lib/platform/storable";
import { HELD_EXAMPLE, NOT_WAITING_EXAMPLE, UNKNOWN_EXAMPLE } from "../examples/problems";
import { handoffDocument } from "../handoffs/handoff-document";
import type { HandoffRecord } from "../handoffs/queries";
import { instantParameter } from "../instant-parameter";

const line = (max: number) =>
  z
    .string("must be text")
    .trim()
    .min(1, "is empty")
    .max(max, `is longer than ${max} characters`)
    .refine(isStorable, "contains a character that cannot be kept");

const decisionShape = {
  owner: line(320).describe(
    "An active rep, by email, by name, or by the id that handoffs name their owner by",
  ),
  reason: line(500).describe("Why this rep; the rep reads it"),
};
const decidedAt = instantParameter.describe("When it was decided");

const NOT_NOW = {
  description:
    "The gate holds the lead for what is `missing`, and the decision waits for that where it is `kept`; or its rep has tried to reach it already, this decision or a later one was followed before, it was set aside, or the owner is away or at their cap",
  schema: problemDocument,
  example: HELD_EXAMPLE,
};
const NOT_WAITING = {
  description: "No decision of this key waits for this lead",
  schema: problemDocument,
  example: NOT_WAITING_EXAMPLE,
};

type HandedOff = { result: "routed" | "already"; handoff: HandoffRecord };

/** What a system that routes needs to know of what became of its decision. */
export const routedDocument = z.strictObject({
  result: z.enum(["routed", "already"]).describe("`already`: it was handed off so before"),
  leadId: z.guid(),
  handoffId: z.guid(),
  routedAt: z.iso.datetime(),
});

/** The same of a decision that made a handoff. */
export const routedOf = ({
  result,
  handoff: { id: handoffId, snapshot },
}: HandedOff): z.input<typeof routedDocument> => ({
  result,
  leadId: snapshot.leadId,
  handoffId,
  routedAt: snapshot.routedAt,
});

/** What is answered to a decision on a lead known by its id. */
export const routedHandoffDocument = z.union([handoffDocument, routedDocument]);

export const routeLead = endpoint({
  method: "POST",
  path: "/leads/{id}/routing",
  summary: "Hand a lead off as was decided elsewhere",
  scope: "routing:write",
  description:
    "The gate judges the lead as always (G.3). Where it holds the lead, the decision is kept with its reason instead of an earlier one, and followed at the moment when nothing is missing any more; where that owner can take no lead by then, Baton’s own rules choose, and the handoff’s path says so. A lead that another rep has and has not tried to reach yet goes on to the owner, as a new handoff. The same decision sent again answers its handoff. A key without handoffs:read is told its ids and when it was routed alone.",
  body: z.strictObject({ ...decisionShape, decidedAt }),
  example: {
    owner: "amara.lindqvist@example.com",
    reason: "Territory: DACH logistics; next in turn",
    decidedAt: "2026-06-03T10:00:00Z",
  },
  answers: {
    200: { description: "It was handed off so already", schema: routedHandoffDocument },
    201: { description: "Handed off", schema: routedHandoffDocument },
    409: NOT_NOW,
  },
});

export const withdrawRouting = endpoint({
  method: "DELETE",
  path: "/leads/{id}/routing",
  summary: "Withdraw a decision that waits for the gate",
  scope: "routing:write",
  description:
    "Only what was decided with a key of this name; the lead goes by Baton’s own rules then. What was handed off stays.",
  answers: { 204: { description: "Withdrawn" }, 404: NOT_WAITING },
});

const namesShape = {
  leadEmail: leadFields.email,
  leadExternalId: leadFields.externalId,
  leadId: z
    .guid("is not a lead's id")
    .nullable()
    .transform((given) => given ?? undefined)
    .optional(),
};
type Names = { [name in keyof typeof namesShape]?: string | undefined };
const isNamed = ({ leadEmail, leadExternalId, leadId }: Names) =>
  Boolean(leadEmail ?? leadExternalId ?? leadId);
const UNNAMED = "is missing, and there is no leadExternalId or leadId either";

export const routeNamedLead = endpoint({
  method: "POST",
  path: "/routing",
  summary: "Hand a lead off as Salesforce Flow or LeanData decided",
  scope: "routing:write",
  description:
    "As /leads/{id}/routing, for a system that knows the lead by its email or its own id. See the steps for Salesforce above.",
  body: z
    .strictObject({
      ...namesShape,
      ...decisionShape,
      decidedAt: decidedAt
        .optional()
        .describe(
          "When it was decided; now if left out, and then the same owner for the same reason as one that was followed before is taken for that one",
        ),
    })
    .refine(isNamed, { path: ["leadEmail"], message: UNNAMED }),
  example: {
    leadEmail: "ada.berg@example.com",
    owner: "amara.lindqvist@example.com",
    reason: "LeanData: assigned, matched account Nordlys Frakt AS",
    decidedAt: "2026-06-03T10:00:00Z",
  },
  answers: {
    200: { description: "It was handed off so already", schema: routedDocument },
    201: { description: "Handed off", schema: routedDocument },
    404: { description: "No lead is called so", schema: problemDocument, example: UNKNOWN_EXAMPLE },
    409: NOT_NOW,
  },
});

export const withdrawNamedRouting = endpoint({
  method: "DELETE",
  path: "/routing",
  summary: "Withdraw a decision that waits, of a lead known by its email or its own id",
  scope: "routing:write",
  description: "As /leads/{id}/routing.",
  query: z.strictObject(namesShape).refine(isNamed, { path: ["leadEmail"], message: UNNAMED }),
  answers: { 204: { description: "Withdrawn" }, 404: NOT_WAITING },
});
