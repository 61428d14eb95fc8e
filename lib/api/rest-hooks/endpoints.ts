import { z } from "zod";
import { endpoint } from "@/lib/access/requests/endpoint";
import { problemDocument } from "@/lib/access/requests/problem";
import { overlapHours } from "@/lib/connections/input";
import { HOOK_EVENTS } from "@/lib/connections/rest-hooks/hook-event";
import { wrongTarget } from "@/lib/connections/rest-hooks/outside";
import { baseUrl } from "@/lib/platform/env";
import { cursorParameter, limitParameter, pageOf } from "../cursor";
import { MANY_HOOKS_EXAMPLE, MANY_SECRETS_EXAMPLE } from "../examples/problems";

const event = z.enum(HOOK_EVENTS, `is not one of ${HOOK_EVENTS.join(", ")}`);

const target = z
  .string("must be text")
  .trim()
  .max(2_000, "is longer than 2000 characters")
  .superRefine((value, context) => {
    const wrong = wrongTarget(value, baseUrl);
    if (wrong) context.addIssue({ code: "custom", message: wrong });
  })
  .describe("Where each event is posted: https, on the public internet");

export const hookDocument = z.object({
  id: z.guid(),
  targetUrl: z.url(),
  events: z.array(z.enum(HOOK_EVENTS)),
  paused: z.boolean().describe("True while an admin lets it rest; what happens meanwhile waits"),
  createdAt: z.iso.datetime(),
});
export const hookPageDocument = pageOf(hookDocument);
export const subscribedHookDocument = hookDocument.extend({
  secret: z.string().describe("What each event is signed with (Standard Webhooks); shown once"),
});

export const subscribe = endpoint({
  method: "POST",
  path: "/hooks",
  summary: "Subscribe an address to events",
  scope: "hooks:write",
  description:
    "The secret is in the first answer only, and in its repetition under the same Idempotency-Key: who lost it asks for a new one. The same address and events again are the hook that is there.",
  body: z.strictObject({
    targetUrl: target,
    events: z.array(event, "must be a list").min(1, "is empty").max(50, "has more than 50 entries"),
  }),
  example: {
    targetUrl: "https://hooks.zapier.com/hooks/standard/1234567/abcdef/",
    events: ["lead.routed", "lead.rejected"],
  },
  answersSecret: true,
  answers: {
    201: { description: "Subscribed", schema: subscribedHookDocument },
    200: { description: "Subscribed before; the secret is not shown again", schema: hookDocument },
    409: {
      description: "This key has as many hooks as it may",
      schema: problemDocument,
      example: MANY_HOOKS_EXAMPLE,
    },
  },
});

export const renewedSecretDocument = z.object({
  id: z.guid(),
  secret: z.string().describe("Signs each event from now on; shown once"),
  earlierUntil: z.iso
    .datetime()
    .nullable()
    .describe(
      "Until then each event is signed with the secret before as well; null: from now on not",
    ),
});

export const renewSecret = endpoint({
  method: "POST",
  path: "/hooks/{id}/secret",
  summary: "Give a hook a new secret",
  scope: "hooks:write",
  description:
    "Both secrets sign each event until `earlierUntil`, as a list in `webhook-signature`: take the new one over before then, and nothing is missed. With 0 hours all before end at once.",
  body: z.strictObject({
    hours: overlapHours.describe("How long the secret before signs besides"),
  }),
  example: { hours: 24 },
  answersSecret: true,
  answers: {
    200: { description: "The new secret", schema: renewedSecretDocument },
    409: {
      description: "As many secrets sign it as may",
      schema: problemDocument,
      example: MANY_SECRETS_EXAMPLE,
    },
  },
});

export const listHooks = endpoint({
  method: "GET",
  path: "/hooks",
  summary: "List the hooks of this key",
  scope: "hooks:write",
  query: z.strictObject({ limit: limitParameter, cursor: cursorParameter.optional() }),
  answers: { 200: { description: "One page", schema: hookPageDocument } },
});

export const unsubscribe = endpoint({
  method: "DELETE",
  path: "/hooks/{id}",
  summary: "Unsubscribe a hook",
  scope: "hooks:write",
  description: "What still waits for it is not sent. Unsubscribing again is answered the same.",
  answers: { 204: { description: "Unsubscribed" } },
});
