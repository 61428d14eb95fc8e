import "server-only";
import { headers } from "next/headers";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { currentViewer } from "../current-viewer";
import { type Outcome, refused } from "../outcome";
import type { Viewer } from "../viewer";
import { isSameOrigin } from "./same-origin";

/**
 * Makes what a page fetches once it is opened: our own origin, a signed-in viewer, then what `read`
 * finds for that viewer by an id (null where there is nothing for them), as `draw` shows it.
 */
export function part<F, T>(
  read: (viewer: Viewer, id: string, now: Date) => Promise<F | null>,
  draw: (found: F, reading: { reader: Viewer; now: Date }) => T,
) {
  return async (id: string): Promise<Outcome<T>> => {
    if (!isSameOrigin(await headers(), env().BATON_URL)) {
      return refused("This came from another site, so nothing is shown.");
    }
    const viewer = await currentViewer();
    if (!viewer) return refused("You are signed out. Sign in in another tab, then try again.");
    const now = systemClock();
    const found = await read(viewer, String(id), now);
    if (found === null) return refused("There is nothing here for you.");
    return { ok: true, value: draw(found, { reader: viewer, now }) };
  };
}
