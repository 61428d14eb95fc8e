import type { Cursor } from "@/lib/queue/live/cursor";
import type { Calendar } from "@/lib/sla/calendar";
import type { Role } from "./roles";

declare const proven: unique symbol;

/**
 * A person whose session, row and role were checked for this very request. Only this folder can
 * make one; every query and command asks for it.
 */
export type Viewer = Readonly<{
  kind: "person";
  id: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  locale: string;
  /** Whether somebody said where they are and how they read; else both are a guess. */
  readerSet: boolean;
  /** When they work. */
  calendar: Calendar;
  /** When this was read: what is committed later may not be in what the request reads. */
  readAt: Cursor;
  [proven]: true;
}>;

/** What acts without a person: a background job, a connected system, the command line. */
const SYSTEM_KINDS = ["job", "connection", "command line"] as const;
export type SystemActor = Readonly<{
  kind: (typeof SYSTEM_KINDS)[number];
  id: null;
  name: string;
  [proven]: true;
}>;

export type Actor = Viewer | SystemActor;

/** What a person's row proves about them. */
type PersonRow = Omit<Viewer, "kind" | typeof proven>;

/** For this folder alone: a viewer from the person's row, read for this request. */
export function provenViewer(row: PersonRow): Viewer {
  return { kind: "person", ...row } as Viewer;
}

/** A named actor that is no person. `name` is what history shows, such as 'Tracking API'. */
export function systemActor(kind: SystemActor["kind"], name: string): SystemActor {
  return { kind, id: null, name } as SystemActor;
}
