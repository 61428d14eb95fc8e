import { globSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import type { Method } from "@/lib/access/requests/endpoint";
import { fieldDefinition, isFieldId } from "@/lib/standard/categories";
import { anApiKey, ROUTES, send } from "../testing/api";

type Described = Record<string, Record<string, { responses: Record<string, Answer> }>>;
type Answer = {
  headers?: object;
  content: Record<string, { schema: { $ref: string }; example?: object }>;
};

let key = "";
let paths: Described;
let schemas: Record<string, object>;
const now = new Date();

beforeAll(async () => {
  key = await anApiKey();
  ({
    paths,
    components: { schemas },
  } = await (await send("GET", "/openapi.json")).json());
});

/** The schema that the description gives for an answer, as something that can validate. */
function described(method: Method, path: string, response: Response): z.ZodType {
  const answer = paths[path]?.[method.toLowerCase()]?.responses[response.status];
  const type = response.headers.get("content-type") ?? "";
  const name = answer?.content[type]?.schema.$ref.split("/").at(-1);
  if (!name) throw new Error(`${method} ${path} does not describe ${response.status} as ${type}`);
  for (const header of ["RateLimit", "RateLimit-Policy"])
    expect([header, response.headers.has(header)]).toEqual([
      header,
      header in (answer?.headers ?? {}),
    ]);
  const inOneFile = JSON.stringify({ ...schemas[name], $defs: schemas });
  return z.fromJSONSchema(JSON.parse(inOneFile.replaceAll("#/components/schemas/", "#/$defs/")));
}

async function asDescribed(
  method: Method,
  path: string,
  address: string,
  body?: unknown,
  by: string | null = key,
) {
  const response = await send(method, address, { key: by, body });
  const document = await response.clone().json();
  const parsed = described(method, path, response).safeParse(document);
  expect(parsed.error?.issues ?? []).toEqual([]);
  return document;
}

describe("the description at /api/v1/openapi.json", () => {
  it("lists every route file with exactly the methods that it serves", async () => {
    const files = globSync("app/api/v1/**/route.ts").map((path) =>
      path.replaceAll("\\", "/").slice("app/api/v1/".length, -"/route.ts".length),
    );
    expect(files.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
    const served = files
      .filter((name) => name !== "openapi.json" && name !== "[[...rest]]")
      .map((name) => `/api/v1/${name.replaceAll("[", "{").replaceAll("]", "}")}`);
    expect(Object.keys(paths).toSorted()).toEqual(served.toSorted());
    for (const path of served) {
      const address = path.slice("/api/v1".length).replace("{id}", "1");
      const response = await send("PATCH", address, { key });
      // HEAD is answered wherever GET is, and described by it (RFC 9110, 9.3.2).
      const allowed = (response.headers.get("allow") ?? "")
        .toLowerCase()
        .replace(" head,", "")
        .replace(", head", "")
        .split(", ");
      expect(Object.keys(paths[path] ?? {}).toSorted()).toEqual(allowed.toSorted());
    }
  });

  it("is kept by every answer, also the refusals", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep", { name: "Rosa Rep", territory: ["NO"] });
    const routed = await aLead(now);
    await evaluate(routed, now);
    await document(ops, routed, now);
    const open = await aLead(now);
    const lead = "/api/v1/leads/{id}";
    const { handoffId, ...shown } = await asDescribed("GET", lead, `/leads/${routed}`);
    await asDescribed("GET", lead, `/leads/${open}`);
    await asDescribed("GET", lead, "/leads/1");
    await asDescribed("GET", "/api/v1/leads", "/leads");
    await asDescribed("GET", "/api/v1/leads", "/leads?limit=x");
    await asDescribed("GET", "/api/v1/leads", "/leads", undefined, null);
    await asDescribed("POST", "/api/v1/leads", "/leads", { email: "new@nordlys.example" });
    await asDescribed("POST", "/api/v1/leads", "/leads", { email: "new" });
    await asDescribed("GET", "/api/v1/handoffs", "/handoffs");
    await asDescribed("GET", "/api/v1/handoffs/{id}", `/handoffs/${handoffId}`);
    await asDescribed("POST", "/api/v1/activities", "/activities", { activities: [{}] });
    const connecting = { system: "kickbox", name: "Kickbox", secrets: { apiKey: "k" } };
    const connections = "/api/v1/connections";
    await asDescribed("POST", connections, "/connections", connecting);
    await asDescribed("POST", connections, "/connections", connecting);
    await asDescribed("POST", connections, "/connections", { system: "kickbox" });
    const decision = { owner: "Rosa Rep", reason: "Hers", decidedAt: "2026-06-03" };
    const routing = "/api/v1/leads/{id}/routing";
    await asDescribed("POST", routing, `/leads/${open}/routing`, decision);
    expect(Object.keys(shown.fields).length).toBeGreaterThan(20);
  });

  it.each([
    [400, { body: { email: "nobody" } }],
    [401, { body: {}, key: "nobody's" }],
    [413, { body: { email: "x".repeat(300_000) } }],
    [415, { body: "email=a", headers: { "Content-Type": "text/plain" } }],
  ])("shows as a %i what is answered", async (status, sent) => {
    const response = await send("POST", "/leads", { key, ...sent });
    const refusal = paths["/api/v1/leads"]?.post?.responses[status];
    const example = refusal?.content["application/problem+json"]?.example;
    expect([response.status, await response.json()]).toEqual([status, example]);
  });

  it("says of every operation what it answers where Baton itself fails", () => {
    for (const operation of Object.values(paths).flatMap(Object.values))
      expect(operation.responses).toMatchObject({ 500: {}, 503: {} });
  });

  it("C describes a value as the standard accepts it: what is not missing has that shape", async () => {
    const { data } = await (await send("GET", "/leads?status=routed", { key })).json();
    const [{ fields, missing }] = data;
    for (const [id, field] of Object.entries<{ value: unknown }>(fields)) {
      if (!isFieldId(id) || missing.includes(id)) continue;
      expect([id, fieldDefinition(id).value.safeParse(field.value).success]).toEqual([id, true]);
    }
  });
});
