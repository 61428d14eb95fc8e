import type { HookEvent } from "./hook-event";

/** A hook that is no more, and why. */
export type EndedHook = {
  id: string;
  name: string;
  targetUrl: string;
  events: readonly HookEvent[];
  endedAt: Date;
  /** A sentence; null where somebody removed it. */
  because: string | null;
  /** Who ended it, as history has it. */
  by: string;
};

/** For how many days it is told that a hook ended. */
export const ENDED_DAYS = 30;

/** Why it ended, in a sentence. */
export const whyEnded = ({ because, by }: Pick<EndedHook, "because" | "by">) =>
  because ?? `${by} removed it.`;
