import { z } from "zod";
import type { Endpoint, EndpointAnswer } from "@/lib/access/requests/endpoint";
import { problemDocument } from "@/lib/access/requests/problem";
import { HOOK_EVENTS } from "@/lib/connections/rest-hooks/hook-event";
import { receiptDocument } from "./activities/endpoints";
import { connectionDocument } from "./connections/endpoints";
import { ENDPOINTS } from "./endpoints";
import { ANSWER_EXAMPLES } from "./examples/answers";
import { problemExample } from "./examples/problems";
import { handoffPageDocument } from "./handoffs/endpoints";
import { handoffDocument } from "./handoffs/handoff-document";
import { HEADERS, HOOK_HEADERS, IDEMPOTENCY_KEY, LIMIT_HEADERS } from "./header-documents";
import { leadPageDocument, sentLeadDocument } from "./leads/endpoints";
import { leadDocument } from "./leads/lead-document";
import {
  hookDocument,
  hookPageDocument,
  renewedSecretDocument,
  subscribedHookDocument,
} from "./rest-hooks/endpoints";
import { hookEventDocument } from "./rest-hooks/hook-document";
import { routedDocument, routedHandoffDocument } from "./routing/endpoints";

type JsonObject = { [key: string]: unknown };

/** The documents that have a name of their own in the description. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Lead: leadDocument,
  SentLead: sentLeadDocument,
  LeadPage: leadPageDocument,
  Handoff: handoffDocument,
  HandoffPage: handoffPageDocument,
  Receipt: receiptDocument,
  Routed: routedDocument,
  RoutedHandoff: routedHandoffDocument,
  SubscribedHook: subscribedHookDocument,
  RenewedSecret: renewedSecretDocument,
  Hook: hookDocument,
  HookPage: hookPageDocument,
  HookEvent: hookEventDocument,
  Connection: connectionDocument,
  Problem: problemDocument,
};
const addressOf = (name: string) => `#/components/schemas/${name}`;

/** What every endpoint answers when something is wrong with the request, the key or the server. */
const PROBLEMS: Readonly<Record<string, string>> = {
  400: "The request cannot be read; `errors` names each field",
  401: "The key is missing or not known",
  403: "The key was not made for this",
  404: "There is nothing with this id",
  409: "A request with this Idempotency-Key is being answered",
  413: "The body is too large",
  415: "The body is not sent as JSON",
  422: "This Idempotency-Key was sent with another request",
  429: "The key asked too often; `Retry-After` says when to ask again",
  500: "Baton failed, and noted it; nothing was changed",
  503: "The database does not answer; nothing was changed",
};

/** Before these it is not known how much the key has left. */
const OF_NO_KEY = ["401", "500", "503"];

/** Those that only a request with a body can meet. */
const OF_BODIES = ["409", "413", "415", "422"];

function componentSchemas(): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: addressOf });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]),
  );
}

/** What a schema takes, in JSON Schema: before trimming and reading, which only code can tell. */
function input(schema: z.ZodType): JsonObject {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: "input" });
  return described;
}

function parameters({ path, query, body }: Endpoint): JsonObject[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
  }));
  const described = query ? input(query) : {};
  const inQuery = Object.entries((described.properties ?? {}) as Record<string, JsonObject>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: "query",
      required: false,
      ...(description ? { description } : {}),
      schema,
    }),
  );
  return [...inPath, ...inQuery, ...(body ? [IDEMPOTENCY_KEY] : [])];
}

function nameOf(schema: z.ZodType): string {
  const found = Object.entries(NAMED).find(([, named]) => named === schema)?.[0];
  if (!found) throw new Error("An endpoint answers a document without a name.");
  return found;
}

const exampleOf = (name: string, status: string): object | undefined =>
  name === "Problem"
    ? problemExample(Number(status))
    : ANSWER_EXAMPLES[name as keyof typeof ANSWER_EXAMPLES];

function answer(status: string, { description, schema, example }: EndpointAnswer): JsonObject {
  const limits = OF_NO_KEY.includes(status) ? {} : { headers: LIMIT_HEADERS };
  if (!schema) return { description, ...limits };
  const type = schema === problemDocument ? "application/problem+json" : "application/json";
  const name = nameOf(schema);
  const content = {
    [type]: { schema: { $ref: addressOf(name) }, example: example ?? exampleOf(name, status) },
  };
  return { description, ...limits, content };
}

function responses(endpoint: Endpoint): JsonObject {
  const own = Object.entries(endpoint.answers).map(([status, one]) => [
    status,
    answer(status, one),
  ]);
  const problems = Object.entries(PROBLEMS)
    .filter(([status]) => endpoint.body !== undefined || !OF_BODIES.includes(status))
    .filter(([status]) => endpoint.path.includes("{") || status !== "404")
    .map(([status, description]) => [
      status,
      answer(status, { description, schema: problemDocument }),
    ]);
  return Object.fromEntries([...problems, ...own]);
}

function operation(endpoint: Endpoint): JsonObject {
  const { summary, description, scope, body, describedBody = body, example } = endpoint;
  const listed = parameters(endpoint);
  return {
    summary,
    ...(description ? { description } : {}),
    ...(scope ? { security: [{ key: [scope] }] } : {}),
    ...(listed.length > 0 ? { parameters: listed } : {}),
    ...(describedBody
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: input(describedBody),
                ...(example ? { example } : {}),
              },
            },
          },
        }
      : {}),
    responses: responses(endpoint),
  };
}

/** What a hook's target is sent, by the name of the event. */
function webhooks(): JsonObject {
  const content = {
    "application/json": {
      schema: { $ref: addressOf(nameOf(hookEventDocument)) },
      example: ANSWER_EXAMPLES.HookEvent,
    },
  };
  const post = {
    summary: "Posted to the target of a hook that asked for it",
    parameters: HOOK_HEADERS,
    requestBody: { required: true, content },
    responses: {
      "2XX": { description: "Taken" },
      410: { description: "Nothing more is wanted: the hook ends" },
      default: { description: "Tried again later, under the same webhook-id" },
    },
  };
  return Object.fromEntries(HOOK_EVENTS.map((event) => [event, { post }]));
}

/** The description of the public API (OpenAPI 3.1), made of the schemas that requests are read by. */
export function openApi(): JsonObject {
  const byPath = Map.groupBy<string, Endpoint>(ENDPOINTS, ({ path }) => path);
  const paths = [...byPath].map(([path, those]) => [
    `/api/v1${path}`,
    Object.fromEntries(those.map((one) => [one.method.toLowerCase(), operation(one)])),
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Baton",
      version: "1",
      description: "Leads and activities in, decisions in, handoffs out.",
    },
    servers: [{ url: "/" }],
    security: [{ key: [] }],
    paths: Object.fromEntries(paths),
    webhooks: webhooks(),
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      headers: HEADERS,
      schemas: componentSchemas(),
    },
  };
}
