import { randomUUID } from "node:crypto";
import { createFirstKeys } from "@/lib/access/commands";
import type { Method } from "@/lib/access/requests/endpoint";
import { systemActor } from "@/lib/access/viewer";
import * as unknownAddress from "../[[...rest]]/route";
import * as activities from "../activities/route";
import * as connections from "../connections/route";
import * as handoff from "../handoffs/[id]/route";
import * as handoffs from "../handoffs/route";
import * as hook from "../hooks/[id]/route";
import * as hookSecret from "../hooks/[id]/secret/route";
import * as hooks from "../hooks/route";
import * as lead from "../leads/[id]/route";
import * as routing from "../leads/[id]/routing/route";
import * as leads from "../leads/route";
import * as description from "../openapi.json/route";
import * as namedRouting from "../routing/route";

/** The route files by their place below `app/api/v1`, as Next finds them. */
export const ROUTES = {
  leads,
  "leads/[id]": lead,
  "leads/[id]/routing": routing,
  handoffs,
  "handoffs/[id]": handoff,
  activities,
  connections,
  hooks,
  "hooks/[id]": hook,
  "hooks/[id]/secret": hookSecret,
  routing: namedRouting,
  "openapi.json": description,
  "[[...rest]]": unknownAddress,
} as const;

/** A fresh API key, kept by its hash as the first keys are. */
export async function anApiKey(): Promise<string> {
  const key = `test-${randomUUID()}`;
  await createFirstKeys(systemActor("command line", "Tests"), { api: key }, new Date());
  return key;
}

type Sent = {
  key?: string | null;
  /** Sent as JSON, unless it is bytes or text already. */
  body?: unknown;
  headers?: Record<string, string>;
};

/** A request to an address below `/api/v1`. */
export function requestTo(method: string, address: string, sent: Sent = {}): Request {
  const { key, body, headers } = sent;
  const raw = typeof body === "string" || body instanceof Uint8Array;
  return new Request(`http://baton.test/api/v1${address}`, {
    method,
    headers: {
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: (raw ? body : JSON.stringify(body)) as BodyInit }),
  });
}

/** Sends a request to the route file that Next would choose for its address. */
export async function send(method: Method, address: string, sent: Sent = {}): Promise<Response> {
  const request = requestTo(method, address, sent);
  const [, first = "", id = "", third] = new URL(request.url).pathname.split("/").slice(2);
  const name = [first, id && "[id]", third].filter(Boolean).join("/");
  const known = ROUTES[(name in ROUTES ? name : "[[...rest]]") as keyof typeof ROUTES];
  if (!(method in known)) throw new Error(`${name} exports no ${method}`);
  const handler = known[method as keyof typeof known] as (typeof leads)["GET"];
  return handler(request, { params: Promise.resolve(name.includes("[id]") ? { id } : undefined) });
}
