import type { z } from "zod";
import { isOutage } from "@/db/outage";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { currentViewer } from "../current-viewer";
import { refused } from "../outcome";
import { may, type Permission } from "../permissions";
import type { Viewer } from "../viewer";
import { isBrokenOff } from "./broken-off";
import { readTyped } from "./json-body";
import { isSameOrigin } from "./same-origin";

/** What a page of ours asks: for whom, of what (the `id` of the address), and when. */
type PageCall = {
  viewer: Viewer;
  request: Request;
  search: URLSearchParams;
  /** Empty where the address has none. */
  id: string;
  now: Date;
};

/** Next gives no parameters at all to a route whose address has none. */
type Context = { params: Promise<{ id?: string } | undefined> };

/** A refusal as an action words it, with a status that tells the page what to do about it. */
export function declined(status: number, reason: string): Response {
  return Response.json(refused(reason), { status });
}

/**
 * Makes a route of ours that pages call, where an action would wait for those before it or cannot
 * answer a file: our own origin where it changes something, a signed-in viewer, the permission,
 * then `answer`. `by` names whose page it is: where somebody else is signed in by now, its person
 * is signed out. Refuses in an outcome: 400, 401, 404, and 503 where the database does not answer.
 */
export function pageRoute(
  permission: Permission,
  answer: (call: PageCall) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  async function answered(request: Request, { params }: Context): Promise<Response> {
    if (request.method !== "GET" && !isSameOrigin(request.headers, env().BATON_URL)) {
      return declined(400, "This came from another site, so nothing was saved.");
    }
    const viewer = await currentViewer();
    const { searchParams: search } = new URL(request.url);
    const by = search.get("by");
    if (!viewer || (by && by !== viewer.id)) {
      return declined(401, "You are signed out. Sign in in another tab, then try again.");
    }
    if (!may(viewer, permission)) return declined(404, "There is nothing here.");
    const id = (await params)?.id ?? "";
    return answer({ viewer, request, search, id, now: systemClock() });
  }
  return async (request, context) => {
    const response = await answered(request, context).catch(failed);
    response.headers.set("Cache-Control", "no-store");
    return response;
  };
}

function failed(error: unknown): Response {
  if (isOutage(error))
    return declined(503, "The database does not answer, so nothing is saved yet.");
  if (isBrokenOff(error)) return declined(400, "The request was broken off.");
  log().error({ err: error }, "A request of a page failed");
  return declined(500, "This is our fault, and it was noted. Nothing is saved yet.");
}

/** What a page sent as JSON, by `schema`; a refusal where it is none or larger than `limit` (bytes). */
export async function typedBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  limit: number,
): Promise<z.output<S> | Response> {
  const read = await readTyped(request, limit);
  if (!read.ok) return declined(read.status, read.reason);
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return parsed.data;
  return declined(400, parsed.error.issues[0]?.message ?? "Something is missing.");
}
