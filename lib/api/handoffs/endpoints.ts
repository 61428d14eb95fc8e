import { z } from "zod";
import { endpoint } from "@/lib/access/requests/endpoint";
import { cursorParameter, limitParameter, pageOf } from "../cursor";
import { instantParameter } from "../instant-parameter";
import { handoffDocument } from "./handoff-document";

export const handoffPageDocument = pageOf(handoffDocument);

export const listHandoffs = endpoint({
  method: "GET",
  path: "/handoffs",
  summary: "List handoffs in the order of routing",
  scope: "handoffs:read",
  description:
    "Ask again with the latest `routedAt` that you saw as `since`, and you miss none: what is still being kept comes with the next answer, also where it was routed before `since`.",
  query: z.strictObject({
    since: instantParameter.optional(),
    limit: limitParameter,
    cursor: cursorParameter.optional(),
  }),
  answers: { 200: { description: "One page", schema: handoffPageDocument } },
});

export const showHandoff = endpoint({
  method: "GET",
  path: "/handoffs/{id}",
  summary: "Show a handoff as the rep was given it",
  scope: "handoffs:read",
  answers: { 200: { description: "The snapshot", schema: handoffDocument } },
});
