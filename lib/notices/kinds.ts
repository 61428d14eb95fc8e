import type { Role } from "@/lib/access/roles";
import { keysOf } from "@/lib/platform/keys-of";

/** What a kind of notice is, and when it is no news any more. */
type KindDefinition = {
  /** As a person chooses it, read after 'Tell me when'. */
  label: string;
  /** As a list of many names it. */
  short: string;
  /** Who can be told of it. */
  roles: readonly Role[];
  /** In a person's quiet hours: never sent, because others act meanwhile, or kept until they end. */
  inQuietHours: "not sent" | "waits";
  /**
   * Only while nobody has tried to reach the lead: 'open' where it must still be the same person's,
   * 'untried' whoever has it by then; null where it is told in any case.
   */
  onlyWhile: "open" | "untried" | null;
  /** Minutes from the event, or from the quiet hours over it, after which it is not sent any more. */
  newsFor: number;
};

const HOUR = 60;
const DAY = 24 * HOUR;

/** Everything that a person can be told of, defined once; in the order in which it is offered. */
export const NOTICE_KINDS = {
  new_lead: {
    label: "a lead is routed to me",
    short: "New lead",
    roles: ["rep"],
    inQuietHours: "waits",
    onlyWhile: "open",
    newsFor: DAY,
  },
  warning: {
    label: "my time for a lead is nearly over",
    short: "Warning",
    roles: ["rep"],
    inQuietHours: "not sent",
    onlyWhile: "open",
    newsFor: HOUR,
  },
  escalation: {
    label: "a rep's time for a lead is over",
    short: "Escalation",
    roles: ["manager"],
    inQuietHours: "waits",
    onlyWhile: "untried",
    newsFor: DAY,
  },
  rerouted_away: {
    label: "a lead of mine went to somebody else",
    short: "Re-routed lead",
    roles: ["rep"],
    inQuietHours: "waits",
    onlyWhile: null,
    newsFor: DAY,
  },
  correction: {
    label: "something is corrected after the handoff",
    short: "Correction",
    roles: ["rep"],
    inQuietHours: "waits",
    onlyWhile: null,
    newsFor: DAY,
  },
  field_wrong: {
    label: "a field I filled is said to be wrong",
    short: "Wrong field",
    roles: ["marketing_ops", "admin"],
    inQuietHours: "waits",
    onlyWhile: null,
    newsFor: 7 * DAY,
  },
  privacy_deletion: {
    label: "another system deletes a lead for privacy",
    short: "Privacy deletion",
    roles: ["admin"],
    inQuietHours: "waits",
    onlyWhile: null,
    newsFor: 7 * DAY,
  },
  monthly_summary: {
    label: "a month is over, with its summary",
    short: "Monthly summary",
    roles: ["manager"],
    inQuietHours: "waits",
    onlyWhile: null,
    newsFor: 7 * DAY,
  },
} as const satisfies Record<string, KindDefinition>;

export type NoticeKind = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_NAMES = keysOf(NOTICE_KINDS);

/** The kinds that somebody of a role can be told of. */
export function kindsOf(role: Role): NoticeKind[] {
  return NOTICE_KIND_NAMES.filter((kind) =>
    (NOTICE_KINDS[kind].roles as readonly Role[]).includes(role),
  );
}
