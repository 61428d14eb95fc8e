import type { Snapshot } from "@/lib/handoff/snapshot";
import { triggerFor } from "@/lib/scoring/trigger/trigger-dated";
import type { CategoryKey } from "@/lib/standard/categories";
import type { MarkState } from "../../ui/mark";
import { type TrailWords, trailWords } from "./behavioral-trail";
import { companyIntelligenceWords } from "./company-intelligence";
import { contactBasicsWords } from "./contact-basics";
import type { Reading } from "./field-state";
import { metadataWords } from "./handoff-metadata";
import type { LineWords } from "./line";
import { type RemarkWords, remarkWords, type SummaryWords, summaryWords } from "./remarks";
import { type ScoreWords, scoreWords } from "./scoring-context";

/** A snapshot in the reader's words: all that a rep's page draws of it, and nothing else. */
export type SheetWords = {
  leadId: string;
  marks: Record<CategoryKey, MarkState>;
  /** Why now (C4.6); null where there is no trigger. */
  trigger: string | null;
  opener: string | null;
  contactBasics: LineWords[];
  companyIntelligence: LineWords[];
  trail: TrailWords;
  summary: SummaryWords;
  flags: RemarkWords[];
  notes: RemarkWords[];
  score: ScoreWords;
  metadata: LineWords[];
  standard: string;
};

const ended = (text: string) => (/[.!?…”]$/.test(text) ? text : `${text}.`);

/** `own`: as the rep reads it that it was given to. */
export function sheetWords(snapshot: Snapshot, reading: Reading, own: boolean): SheetWords {
  const { trigger, opener, summary, flags, notes, completeness } = snapshot;
  const { reader, now } = reading;
  return {
    leadId: snapshot.leadId,
    marks: completeness,
    trigger: trigger.text ? ended(triggerFor(trigger, reader, now)) : null,
    opener: opener ?? null,
    contactBasics: contactBasicsWords(snapshot, reading),
    companyIntelligence: companyIntelligenceWords(snapshot, reading),
    trail: trailWords(snapshot, reading),
    summary: summaryWords(summary, reading),
    flags: remarkWords(flags, reading),
    notes: remarkWords(notes, reading),
    score: scoreWords(snapshot, reading),
    metadata: metadataWords(snapshot, reading, own),
    standard: `standard version ${snapshot.standardVersion}`,
  };
}
