import { currentViewer } from "@/lib/access/current-viewer";
import { readTyped } from "@/lib/access/json-body";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { isSameOrigin } from "@/lib/access/same-origin";
import { workOn } from "@/lib/documentation/claims/commands";
import { workInput } from "@/lib/documentation/claims/input";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

const LIMIT = 1_024;

/** The viewer has a lead's page open and works on it. Answers who else is on it, if anybody. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env().BATON_URL)) {
    return problem(404, "There is no such lead.");
  }
  const viewer = await currentViewer();
  if (!viewer) return problem(401, "You are signed out.");
  if (!may(viewer, "document leads")) return problem(404, "There is no such lead.");
  const read = await readTyped(request, LIMIT);
  const input = workInput.safeParse(read.ok ? read.value : null);
  if (!input.success) return problem(400, "Name the lead.");
  return Response.json(await workOn(viewer, input.data, systemClock()));
}
