import type { z } from "zod";
import { isOutage } from "@/db/outage";
import { systemClock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { answeredOnce } from "../idempotency/answered-once";
import { fingerprintOf, idempotencyKeyOf } from "../idempotency/key";
import { limited } from "../keys/limited";
import { covers, type Scope } from "../keys/scopes";
import type { KeyHolder } from "../keys/use";
import { keyHolder } from "../queries";
import type { SystemActor } from "../viewer";
import { bearerKey } from "./credentials";
import { type Endpoint, METHODS, type Method } from "./endpoint";
import { fieldErrors, inWords } from "./field-errors";
import { jsonOf, readRaw, saysJson } from "./json-body";
import { problem } from "./problem";

/** A request whose key and input were checked. `now` is when it arrived. */
type Call<Q, B> = {
  actor: SystemActor;
  /** The key that it came with. */
  keyId: string;
  /** What it may besides what its endpoint needs. */
  covers: (scope: Scope) => boolean;
  params: Readonly<Record<string, string>>;
  query: Q;
  body: B;
  now: Date;
};

/** Next gives no parameters at all to a route whose address has none. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };
type RouteHandler = (request: Request, context: Context) => Promise<Response>;
type Answer<Q, B> = (call: Call<Q, B>) => Promise<Response>;

/** An endpoint with what answers it, once the request was checked. */
type Served = { method: Method; handle: RouteHandler };

/** The usual largest body, in bytes. */
const BODY_LIMIT = 256 * 1024;
const BEARER = 'Bearer realm="Baton"';

/** Answers an endpoint: the key first, then query and body by its schemas, then `answer`. */
export function withKey<Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Endpoint<Q, B>,
  answer: Answer<z.output<Q>, z.output<B>>,
): Served {
  const handle = guarded(async (request, context) => {
    const holder = await keyed(request);
    if (holder instanceof Response) return holder;
    const checked = async () => {
      if (!covers(holder.scopes, endpoint.scope)) return outOfScope(endpoint.scope);
      const query = readQuery(endpoint, request);
      if (query instanceof Response) return query;
      const body = await readBody(endpoint, request);
      if (body instanceof Response) return body;
      const params = Object.fromEntries(
        Object.entries((await context.params) ?? {}).map(([name, value]) => [name, String(value)]),
      );
      const now = systemClock();
      const { actor, keyId, scopes } = holder;
      const ofKey = { actor, keyId, covers: (scope: Scope) => covers(scopes, scope) };
      const call = { ...ofKey, params, now, query: query.value as z.output<Q> };
      const answered = () => answer({ ...call, body: body.value as z.output<B> });
      if (!body.bytes) return answered();
      const asked = { keyId, request, bytes: body.bytes, sealed: endpoint.answersSecret ?? false };
      return once(actor, asked, now, answered);
    };
    return limited(holder, systemClock(), checked, tooMany);
  });
  return { method: endpoint.method, handle };
}

const tooMany = (seconds: number) =>
  problem(429, `This key asked too often. Ask again in ${seconds} s.`);

function outOfScope(scope: Scope | undefined): Response {
  const challenge = `${BEARER}, error="insufficient_scope", scope="${scope}"`;
  return problem(403, `This key was not made for ${scope}.`, {
    headers: { "WWW-Authenticate": challenge },
  });
}

/** Answers once where the request says which one it is. */
async function once(
  actor: SystemActor,
  asked: { keyId: string; request: Request; bytes: Uint8Array; sealed: boolean },
  now: Date,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { keyId, request, bytes, sealed } = asked;
  const given = idempotencyKeyOf(request.headers);
  if (!given.ok) return refusal([{ field: "Idempotency-Key", reason: given.reason }]);
  if (given.key === null) return answer();
  const fingerprint = fingerprintOf(request, bytes);
  return answeredOnce(actor, { keyId, key: given.key, fingerprint, sealed }, now, answer);
}

/** The exports of a route file: what is served, and a refusal in words for every other method. */
export function apiRoute(...served: readonly Served[]): Record<Method, RouteHandler> {
  // Next answers HEAD wherever GET is served.
  const allow = served
    .flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]))
    .join(", ");
  const notPossible = async () =>
    problem(405, `This address takes ${allow} only.`, { headers: { Allow: allow } });
  const handlers = METHODS.map((method) => {
    const found = served.find((one) => one.method === method);
    return [method, found?.handle ?? notPossible];
  });
  return Object.fromEntries(handlers);
}

/** Turns whatever goes wrong into words: an outage can be tried again, a defect goes to the log. */
function guarded(handle: RouteHandler): RouteHandler {
  return async (request, context) => {
    try {
      return await handle(request, context);
    } catch (error) {
      if (isOutage(error)) {
        log().warn({ err: error }, "The database did not answer a request to the API");
        return problem(503, "The database does not answer. Nothing was changed: try again.", {
          headers: { "Retry-After": "5" },
        });
      }
      log().error({ err: error }, "A request to the API failed");
      return problem(500, "This is our fault, and it was noted. Nothing was changed.");
    }
  };
}

async function keyed(request: Request): Promise<KeyHolder | Response> {
  const key = bearerKey(request.headers);
  if (!key) {
    const headers = { "WWW-Authenticate": BEARER };
    return problem(401, "Send an API key as 'Authorization: Bearer …'.", { headers });
  }
  const headers = { "WWW-Authenticate": `${BEARER}, error="invalid_token"` };
  return (await keyHolder("api", key)) ?? problem(401, "This key is not known.", { headers });
}

function readQuery({ query }: Endpoint, request: Request): { value: unknown } | Response {
  const given = [...new URL(request.url).searchParams];
  const twice = given.find(([name], index) => given.findIndex(([other]) => other === name) < index);
  if (twice) {
    return refusal([{ field: twice[0], reason: "is given twice" }]);
  }
  if (!query) {
    const errors = given.map(([field]) => ({
      field,
      reason: "is not a parameter of this address",
    }));
    return errors.length > 0 ? refusal(errors) : { value: undefined };
  }
  const parsed = query.safeParse(Object.fromEntries(given));
  if (parsed.success) return { value: parsed.data };
  return refusal(fieldErrors(parsed.error, Object.fromEntries(given)));
}

async function readBody(
  { method, body, bodyLimit = BODY_LIMIT }: Endpoint,
  request: Request,
): Promise<{ value: unknown; bytes?: Uint8Array } | Response> {
  if (method === "GET" || !body) return { value: undefined };
  if (!saysJson(request)) {
    return problem(415, "Send JSON, and say so: 'Content-Type: application/json'.");
  }
  const raw = await readRaw(request, bodyLimit);
  if (!raw.ok) {
    // What is taken instead of a compressed body (RFC 9110, 15.5.16).
    const headers = raw.status === 415 ? { "Accept-Encoding": "identity" } : undefined;
    return problem(raw.status, raw.reason, headers && { headers });
  }
  const read = jsonOf(raw.body);
  if (!read.ok) return problem(read.status, read.reason);
  const parsed = body.safeParse(read.value);
  return parsed.success
    ? { value: parsed.data, bytes: raw.body }
    : refusal(fieldErrors(parsed.error, read.value));
}

function refusal(errors: { field: string; reason: string }[]): Response {
  return problem(400, inWords(errors), { errors });
}
