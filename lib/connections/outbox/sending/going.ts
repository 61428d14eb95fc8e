import { crmText } from "@/lib/handoff/crm-text";
import { REJECTION_REASONS } from "@/lib/handoff/outcome";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { nameParts } from "@/lib/intake/person-names/name-parts";
import { leadAddress } from "@/lib/platform/address";
import { shortened, shownLine, shownText } from "@/lib/platform/shown-text";
import type { Going } from "../../crm/crm";
import type { MapEntry } from "../../crm/map/entry";
import { outgoingValues } from "../../crm/map/outgoing-values";
import type { Given } from "../../crm/map/source";
import type { ToTell } from "./queries";

const textOf = (snapshot: Snapshot, id: "C1.1" | "C1.3" | "C1.4"): string | null => {
  const value = snapshot.fields[id]?.value;
  return typeof value === "string" ? value : null;
};

function answerOf({ answer }: ToTell): Given["answer"] {
  if (!answer) return null;
  const { accepted, reason, words } = answer;
  const told = [reason && reason !== "other" ? REJECTION_REASONS[reason] : null, words];
  return { accepted, words: told.filter(Boolean).join(": ") };
}

/** The note that a row is about: the five categories as text, or what was added since. */
function noteOf(row: ToTell, { reader, now, url }: Given): Going["note"] {
  if (row.kind === "decision") return null;
  const name = textOf(row.own, "C1.1") ?? "a lead";
  if (row.kind === "handoff") {
    const text = `${crmText(row.own, reader, now)}\n\n${url}`;
    return { key: row.handoffId, title: shownLine(`Baton: handoff of ${name}`), text };
  }
  if (!row.note) return null;
  const text = `${shownText(row.note.text)}\n\n${row.author}, in Baton\n${url}`;
  const what = shortened(shownLine(row.note.text), 80);
  return { key: row.note.id, title: `Baton: ${row.note.kind} since the handoff: ${what}`, text };
}

/** Why a row is rightly not sent; null where it is. */
export function whyDropped(row: ToTell): string | null {
  if (row.leadStatus === "excluded") return "The lead was set aside before it went out.";
  if (row.kind !== "note") return null;
  return row.note && !row.note.withdrawnAt ? null : "It was taken back before it went out.";
}

/** A row as it goes out: the values of the handoff that the lead has now, and the row's own note. */
export function goingOf(row: ToTell, entries: readonly MapEntry[], base: string, now: Date): Going {
  const { snapshot, owner } = row;
  const given: Given = {
    snapshot,
    now,
    answer: answerOf(row),
    url: `${base}${leadAddress(row.leadId)}`,
    reader: { locale: owner.locale, timeZone: owner.timeZone },
  };
  const full = textOf(snapshot, "C1.1") ?? "Unknown";
  const isCurrent = row.kind === "handoff" && row.currentId === row.handoffId;
  return {
    id: row.id,
    leadId: row.leadId,
    email: textOf(snapshot, "C1.4") ?? row.email,
    lastName: nameParts(full)?.family || full,
    company: textOf(snapshot, "C1.3") ?? "Unknown",
    values: outgoingValues(entries, given),
    ownerEmail: isCurrent && owner.active ? owner.email : null,
    note: noteOf(row, given),
    at: row.note?.at ?? row.at,
    again: row.triedAt !== null,
    recordId: row.recordId,
  };
}
