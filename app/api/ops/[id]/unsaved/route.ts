import { isBrokenOff } from "@/lib/access/broken-off";
import { currentViewer } from "@/lib/access/current-viewer";
import { readTyped } from "@/lib/access/json-body";
import { isOutage } from "@/lib/access/outage";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { isSameOrigin } from "@/lib/access/same-origin";
import { takeSign } from "@/lib/documentation/unsaved/commands";
import { signInput } from "@/lib/documentation/unsaved/input";
import { pageNews } from "@/lib/documentation/unsaved/queries";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { isId } from "@/lib/platform/is-id";
import { log } from "@/lib/platform/log";

const LIMIT = 256 * 1024;

/**
 * Keeps what is being typed on a lead's page, and answers who else is there. No action: those of
 * one page wait for each other, and typing waits for nobody.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!isSameOrigin(request.headers, env().BATON_URL)) {
    return problem(400, "This came from another site, so nothing was kept.");
  }
  try {
    const viewer = await currentViewer();
    if (!viewer) return problem(401, "You are signed out. Sign in in another tab.");
    const { id } = await params;
    if (!may(viewer, "document leads") || !isId(id)) return problem(404, "There is no such lead.");
    const read = await readTyped(request, LIMIT);
    if (!read.ok) return problem(read.status, read.reason);
    const sign = signInput.safeParse(read.value);
    if (!sign.success) return problem(400, "This is no text to be kept.");
    const outcome = await takeSign(viewer, id, sign.data, systemClock());
    if (!outcome.ok) return problem(404, outcome.reason);
    const news = await pageNews(viewer, id, systemClock());
    return Response.json(news, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (isOutage(error)) return problem(503, "The database does not answer.");
    // The page sends the text again by itself when it is back.
    if (isBrokenOff(error)) return problem(400, "The request was broken off.");
    log().error({ err: error }, "Unsaved text could not be kept");
    return problem(500, "This is our fault, and it was noted.");
  }
}
