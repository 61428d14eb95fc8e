"use client";

import { CATEGORY_NAMES } from "@/lib/standard/category-names";
import { Section } from "../../ui/section";
import { EvidenceDialog } from "../evidence/evidence-dialog";
import type { ReadPart } from "../evidence/part";
import type { SheetWords } from "../words/sheet";
import { AbsentPart } from "./field-name";
import { TouchpointLine } from "./touchpoint-line";

type TrailProps = { words: Pick<SheetWords, "trail" | "marks" | "leadId">; read: ReadPart };

/** C3: the three to five touchpoints that matter, and behind them everything (C3.8, C3.1 to C3.7). */
export function BehavioralTrail({ words, read }: TrailProps) {
  const { trail, marks, leadId } = words;
  const { aside, reEngaged, touchpoints, evidence } = trail;
  return (
    <Section title={CATEGORY_NAMES.behavioralTrail} mark={marks.behavioralTrail} aside={aside}>
      {reEngaged && (
        <p className="mb-1.5 text-small text-soft">Re-engaged: it went quiet and came back.</p>
      )}
      {touchpoints.length > 0 ? (
        <ol>
          {touchpoints.map((point) => (
            <TouchpointLine key={point.text + point.at} {...point} />
          ))}
        </ol>
      ) : (
        <AbsentPart id="C3.8" label="Curated trail" />
      )}
      <EvidenceDialog kinds={evidence} leadId={leadId} read={read} />
    </Section>
  );
}
