import type { Role } from "@/lib/access/roles";
import type { CrmView, HandoffView } from "@/lib/handoff/view";
import type { QueueView } from "@/lib/queue/view";
import type { FieldId } from "@/lib/standard/categories";
import { type BarWords, barWords } from "./bar";
import { type ClockWords, clockWords } from "./clock";
import type { Reading } from "./field-state";
import { type IdentityWords, identityWords } from "./identity";
import { type SheetWords, sheetWords } from "./sheet";
import { type SinceWords, sinceWords } from "./since";
import { type WarningWords, warningWords } from "./warnings";

/** A handoff's page in its reader's words: all that is drawn of it. */
export type HandoffWords = {
  /** The handoff's. */
  id: string;
  own: boolean;
  /** When marketing ops last added something that the reader has not seen: ISO 8601. */
  corrected: string | null;
  reported: FieldId[];
  warnings: WarningWords[];
  identity: IdentityWords;
  clock: ClockWords;
  bar: BarWords;
  sheet: SheetWords;
  since: SinceWords[];
  crms: CrmView[];
};

/** `list`: the one the reader came from. */
export function handoffWords(
  view: HandoffView,
  list: QueueView,
  reading: Reading & { reader: { role: Role } },
): HandoffWords {
  const { id, own, corrected, reported, snapshot, crms } = view;
  const warnings = warningWords(view, reading);
  const warned = warnings.some(({ tone }) => tone === "bad");
  return {
    id,
    own,
    corrected: corrected?.toISOString() ?? null,
    reported,
    warnings,
    identity: identityWords(snapshot, reading),
    clock: clockWords(view, reading),
    bar: { ...barWords(view, list, reading.reader), ...(warned && { warned }) },
    sheet: sheetWords(snapshot, reading, own),
    since: sinceWords(view, reading),
    crms,
  };
}
