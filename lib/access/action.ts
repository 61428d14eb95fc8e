import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { storable } from "@/lib/platform/storable";
import { currentViewer } from "./current-viewer";
import { type Outcome, refused } from "./outcome";
import { may, PERMISSIONS, type Permission } from "./permissions";
import { isSameOrigin } from "./requests/same-origin";
import { ROLES } from "./roles";
import type { Viewer } from "./viewer";

/** What a command takes from an action: who asks, what they ask for, and the time it is. */
type Command<I, T> = (viewer: Viewer, input: I, now: Date) => Promise<Outcome<T>>;

/**
 * Makes a server action of a command: our own origin, a signed-in viewer, the permission, then
 * the input by its schema. Takes an object or a form's data; answers an outcome, never throws for
 * what a person can mend. What was typed stays with the form that sent it.
 */
export function action<S extends z.ZodType, T>(
  permission: Permission,
  schema: S,
  command: Command<z.output<S>, T>,
) {
  return async (given: z.input<S> | FormData): Promise<Outcome<T>> => {
    if (!isSameOrigin(await headers(), env().BATON_URL)) {
      return refused("This came from another site, so nothing was saved.");
    }
    const viewer = await currentViewer();
    if (!viewer) {
      return refused(
        "You are signed out. Sign in in another tab, then try again: this page stays as it is.",
      );
    }
    if (!may(viewer, permission)) {
      const who = PERMISSIONS[permission].map((role) => ROLES[role].toLowerCase()).join(" or ");
      return refused(`Only ${who} may do this.`);
    }
    const typed = given instanceof FormData ? Object.fromEntries(given) : given;
    const parsed = schema.safeParse(storable(typed));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return refused(issue?.message ?? "Something is missing.", issue?.path.join("."));
    }
    return command(viewer, parsed.data, systemClock());
  };
}

/**
 * A command whose answer brings the reader's page along as it is now, also where it refused: the
 * page may show why. No page keeps what it read, so there are no addresses to name.
 */
export function shownAnew<I, T>(command: Command<I, T>): Command<I, T> {
  return async (viewer, input, now) => {
    const outcome = await command(viewer, input, now);
    refresh();
    return outcome;
  };
}
