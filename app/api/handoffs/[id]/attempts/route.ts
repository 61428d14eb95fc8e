import { currentViewer } from "@/lib/access/current-viewer";
import { readTyped } from "@/lib/access/json-body";
import { isOutage } from "@/lib/access/outage";
import type { Outcome } from "@/lib/access/outcome";
import { may } from "@/lib/access/permissions";
import { isSameOrigin } from "@/lib/access/same-origin";
import { logAttempt } from "@/lib/handoff/commands";
import { attemptInput } from "@/lib/handoff/input";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/** Bytes; the words are the longest part. */
const LIMIT = 32 * 1024;

const answer = (status: number, outcome: Outcome<unknown>) => Response.json(outcome, { status });
const no = (status: number, reason: string) => answer(status, { ok: false, reason });

type Context = { params: Promise<{ id: string }> };

/**
 * Logs an attempt of the signed-in rep (Q.2). A route and no action: actions of one page wait for
 * each other, and an attempt stops the clock. `by` names who made it: where somebody else is signed
 * in by now, it waits for them. Answers an outcome in JSON.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request.headers, env().BATON_URL)) {
    return no(403, "This came from another site, so nothing was saved.");
  }
  const viewer = await currentViewer();
  const by = new URL(request.url).searchParams.get("by");
  if (!viewer || (by && by !== viewer.id)) return no(401, "You are signed out.");
  if (!may(viewer, "work the queue")) return no(404, "There is nothing here.");
  const read = await readTyped(request, LIMIT);
  if (!read.ok) return no(read.status, read.reason);
  const { id: handoffId } = await params;
  const given = typeof read.value === "object" ? { ...read.value, handoffId } : null;
  const parsed = attemptInput.safeParse(given);
  if (!parsed.success) {
    return no(400, parsed.error.issues[0]?.message ?? "Something is missing.");
  }
  try {
    const outcome = await logAttempt(viewer, parsed.data, systemClock());
    return answer(outcome.ok ? 200 : 404, outcome);
  } catch (error) {
    if (!isOutage(error)) log().error({ err: error }, "An attempt could not be logged");
    return no(503, "The attempt is not saved yet. It is kept here and sent again.");
  }
}
