import { leadAddress, opsLeadAddress, trendsAddress } from "@/lib/platform/address";
import { MINUTE } from "@/lib/platform/durations";
import { formatComing, formatComingAt, type Reader } from "@/lib/platform/format";
import { shortened, shownLine } from "@/lib/platform/shown-text";
import type { ResponseWindow } from "@/lib/sla/response-window";
import { type FieldId, fieldDefinition } from "@/lib/standard/categories";
import type { Message } from "./channels/channel";
import type { NoticeKind } from "./kinds";

/** What a notice is about, as it is at the moment of telling. No address and no number of anybody. */
export type Facts = {
  leadId: string | null;
  /** Title and lines of what is about no single lead. */
  words?: readonly string[] | null;
  name: string;
  companyName: string;
  /** The trigger's sentence for this reader; null where there is no handoff. */
  trigger: string | null;
  owner: string | null;
  /** Who has the lead by now, where that is somebody else. */
  nextOwner: string | null;
  fieldId: FieldId | null;
  /** The five minutes, and when they end; null where there is no handoff. */
  clock: { window: ResponseWindow; end: Date } | null;
};

const LONGEST_NAME = 80;
const LONGEST_TRIGGER = 300;

const minutes = (ms: number) => `${Math.max(1, Math.round(ms / MINUTE))} min`;

/**
 * '4 min left, until 14:33'; '4 min from Mon 09:00 on' outside working hours; '3 min late'; nothing where
 * the clock has stopped. What is not today's has its day: a lead of Friday evening waits for Monday.
 */
function clockWords(clock: Facts["clock"], reader: Reader, now: Date): string[] {
  if (!clock || clock.window.state === "stopped") return [];
  const { window, end } = clock;
  if (window.state === "late") {
    return [`${minutes(window.overMs)} late, due ${formatComingAt(end, reader, now)}`];
  }
  if (window.startsAt) {
    return [`${minutes(window.leftMs)} from ${formatComing(window.startsAt, reader, now)} on`];
  }
  return [`${minutes(window.leftMs)} left, until ${formatComing(end, reader, now)}`];
}

type Told = { title: string; lines: string[]; open: string };

/** Each kind in words: what it is first, because a phone shows no more than that. */
const WORDS: Record<NoticeKind, (who: string, facts: Facts, reader: Reader, now: Date) => Told> = {
  new_lead: (who, { trigger, clock }, reader, now) => ({
    title: `New lead: ${who}`,
    lines: [...sentence(trigger), ...clockWords(clock, reader, now)],
    open: "Open the lead",
  }),
  warning: (who, { trigger, clock }, reader, now) => ({
    title: `Call now: ${who}`,
    lines: [...clockWords(clock, reader, now), ...sentence(trigger)],
    open: "Open the lead",
  }),
  escalation: (who, { owner, nextOwner, trigger, clock }, reader, now) => ({
    title: `Nobody has answered: ${who}`,
    lines: [
      ...(owner
        ? [`With ${owner}${nextOwner ? ` until now, then given to ${nextOwner}` : ""}`]
        : []),
      ...clockWords(clock, reader, now),
      ...sentence(trigger),
    ],
    open: "Open the lead",
  }),
  rerouted_away: (who) => ({
    title: `No longer yours: ${who}`,
    lines: [
      "It went to somebody else: its time was over, you are away, or its owner was changed. There is nothing to do.",
    ],
    open: "See what you had",
  }),
  correction: (who, { fieldId }) => ({
    title: `Corrected: ${who}`,
    lines: [`${labelOf(fieldId)} is not what you were given.`],
    open: "See what was learned since",
  }),
  field_wrong: (who, { fieldId }) => ({
    title: `Said to be wrong: ${who}`,
    lines: [`${labelOf(fieldId)}, which you filled, is said to be wrong.`],
    open: "Look at the field",
  }),
  privacy_deletion: (who) => ({
    title: `Deleted elsewhere for privacy: ${who}`,
    lines: ["What is kept here is still here. Have it deleted if the law asks for it."],
    open: "Open the lead",
  }),
  monthly_summary: (_who, { words }) => ({
    title: words?.[0] ?? "The month in numbers",
    lines: words?.slice(1) ?? [],
    open: "See the trends",
  }),
};

const sentence = (text: string | null) =>
  text ? [shortened(shownLine(text), LONGEST_TRIGGER)] : [];
const labelOf = (id: FieldId | null) => (id ? fieldDefinition(id).label : "A field");

function pathOf(kind: NoticeKind, { leadId }: Facts): string {
  if (leadId === null) return trendsAddress({ per: "month" });
  const isOps = kind === "field_wrong" || kind === "privacy_deletion";
  return isOps ? opsLeadAddress(leadId) : leadAddress(leadId);
}

/** A notice as it is told to its person: what happened, what is left `at` its sending, and the way there. */
export function messageOf(
  kind: NoticeKind,
  facts: Facts,
  reader: Reader & { name: string; email: string },
  sent: { id: string; base: string; at: Date },
): Message {
  const short = (text: string) => shortened(shownLine(text), LONGEST_NAME);
  const who = [facts.name, facts.companyName].map(short).filter(Boolean).join(", ");
  const { title, lines, open } = WORDS[kind](who || "A lead", facts, reader, sent.at);
  const path = pathOf(kind, facts);
  return {
    id: sent.id,
    to: { name: short(reader.name), email: reader.email },
    title,
    lines,
    link: { text: open, url: `${sent.base}${path}` },
  };
}
