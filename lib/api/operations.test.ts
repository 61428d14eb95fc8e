import { describe, expect, it } from "vitest";
import { SCOPE_NAMES } from "@/lib/access/keys/scopes";
import { problemDocument } from "@/lib/access/requests/problem";
import { HOOK_EVENTS } from "@/lib/connections/rest-hooks/hook-event";
import { readActivities } from "./activities/endpoints";
import { ENDPOINTS } from "./endpoints";
import { openApi } from "./openapi";
import { operationsOf } from "./operations";
import { hookEventDocument } from "./rest-hooks/hook-document";

const { operations, documents } = operationsOf(openApi());

describe("K.6 the description of the API for people", () => {
  it("has every operation once, each at a place of its own", () => {
    const listed = operations.map(({ method, path }) => `${method} ${path}`).toSorted();
    const served = ENDPOINTS.map(({ method, path }) => `${method} /api/v1${path}`).toSorted();
    expect(listed).toEqual(served);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it("says of each what a key must be made for", () => {
    for (const { scope } of operations) expect(SCOPE_NAMES).toContain(scope);
    expect(new Set(operations.map(({ scope }) => scope)).size).toBe(SCOPE_NAMES.length);
  });

  it("names what each takes, and where a document is told of", () => {
    const lead = operations.find(({ id }) => id === "post-leads");
    expect(lead?.takes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["email", "jobTitle", "scores.total"]),
    );
    const routing = operations.find(({ id }) => id === "post-leads-id-routing");
    expect(routing?.takes).toMatchObject([
      { name: "id", kind: "id", required: true },
      { name: "Idempotency-Key", required: false },
      { name: "owner", kind: "text, up to 320 characters", required: true },
      { name: "reason" },
      { name: "decidedAt" },
    ]);
    const named = new Set(documents.map(({ name }) => name));
    for (const { answers } of operations)
      for (const { document, status } of answers)
        if (status !== "204") expect(named).toContain(document);
  });

  it("has an example of every answer, which is as the answer is described", () => {
    const examples = operations.flatMap(({ id, answers }) =>
      answers.map(({ status, example }) => [`${id} ${status}`, example] as const),
    );
    const bare = examples.filter(([, example]) => example === undefined).map(([answer]) => answer);
    expect(bare).toEqual([
      "delete-leads-id-routing 204",
      "delete-routing 204",
      "delete-hooks-id 204",
    ]);
    for (const { method, path, answers } of ENDPOINTS) {
      const described = operations.find(
        (one) => one.method === method && one.path === `/api/v1${path}`,
      );
      for (const [status, { schema }] of Object.entries(answers)) {
        const shown = described?.answers.find((one) => one.status === status)?.example;
        if (schema)
          expect(schema.safeParse(shown).error?.issues ?? [], `${path} ${status}`).toEqual([]);
      }
      for (const { status, document, example } of described?.answers ?? [])
        if (document === "Problem")
          expect(problemDocument.parse(example).status).toBe(Number(status));
    }
  });

  it("says what a hook is sent, as it is sent", () => {
    const { webhooks } = openApi() as {
      webhooks: Record<string, { post: { requestBody: { content: object } } }>;
    };
    expect(Object.keys(webhooks)).toEqual([...HOOK_EVENTS]);
    for (const { post } of Object.values(webhooks)) {
      const [body] = Object.values(post.requestBody.content);
      expect(body.schema).toEqual({ $ref: "#/components/schemas/HookEvent" });
      expect(hookEventDocument.parse(body.example)).toEqual(body.example);
    }
  });

  it("shows a handoff as the gate lets one through", () => {
    const shown = operations.find(({ id }) => id === "get-handoffs-id")?.answers;
    expect(shown?.find(({ status }) => status === "200")?.example).toMatchObject({
      completeness: { contactBasics: "complete", companyIntelligence: "complete" },
    });
  });

  it.each(ENDPOINTS.filter(({ body }) => body).map((one) => [`${one.method} ${one.path}`, one]))(
    "has an example for %s that is taken as it stands",
    (_, { body, example }) => {
      expect(example).toBeDefined();
      expect(body?.safeParse(example).error?.issues ?? []).toEqual([]);
      const { activities } = example as { activities?: unknown[] };
      expect(readActivities(activities ?? []).refused).toEqual([]);
    },
  );
});
