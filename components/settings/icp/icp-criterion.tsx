"use client";

import { withMoved } from "@/lib/scoring/icp/icp-draft";
import { RowControl } from "../row-control";
import { RowMoves } from "../row-moves";
import { useCriterion, useIcp } from "./icp-desk";
import { FactChoice, isAmount, TestControls } from "./icp-test-controls";

function CriterionMoves({ index }: { index: number }) {
  const { draft, edit } = useIcp();
  return (
    <RowMoves
      name={draft.criteria[index]?.label || `criterion ${index + 1}`}
      isFirst={index === 0}
      isLast={index === draft.criteria.length - 1}
      onMove={(by) => edit((before) => withMoved(before, index, by))}
      onRemove={() =>
        edit((before) => ({
          ...before,
          criteria: before.criteria.filter((_, at) => at !== index),
        }))
      }
    />
  );
}

/** What a criterion is worth where it is met, and what it costs where it is missed. */
function Worth({ index }: { index: number }) {
  const { criterion, change, errorOf } = useCriterion(index);
  if (!criterion) return null;
  const { label, points, penalty } = criterion;
  return (
    <>
      <RowControl
        label="Points"
        value={points}
        onType={(text) => change({ points: text })}
        error={errorOf("points")}
        numeric
        of={label}
      />
      <RowControl
        label="Miss costs"
        value={penalty}
        onType={(text) => change({ penalty: text })}
        error={errorOf("penalty")}
        numeric
        of={label}
      />
    </>
  );
}

/** What takes the row's whole width: a list of words, and what a costly miss is called. */
function Below({ index }: { index: number }) {
  const { criterion, change, errorOf } = useCriterion(index);
  if (!criterion) return null;
  const { label, missedLabel, penalty, fact } = criterion;
  const costs = penalty !== "" && penalty !== "0";
  return (
    <>
      {!isAmount(fact) && (
        <div className="mt-2">
          <TestControls index={index} />
        </div>
      )}
      {costs && (
        <div className="mt-2 max-w-sm">
          <RowControl
            label="Where it is missed, the score says"
            value={missedLabel}
            onType={(text) => change({ missedLabel: text })}
            error={errorOf("missedLabel")}
            of={label}
          />
        </div>
      )}
    </>
  );
}

/** One criterion as an editable row: its name, its test, what it is worth. */
export function IcpCriterion({ index }: { index: number }) {
  const { criterion, change, errorOf } = useCriterion(index);
  if (!criterion) return null;
  const { label, fact } = criterion;
  return (
    <li className="border-b border-line py-3 first:pt-0">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-full flex-1 sm:min-w-52">
          <RowControl
            label="Criterion"
            value={label}
            onType={(text) => change({ label: text })}
            error={errorOf("label", "id")}
          />
        </div>
        <div className="w-30">
          <FactChoice index={index} />
        </div>
        {isAmount(fact) && (
          <div className="w-40">
            <TestControls index={index} />
          </div>
        )}
        <div className="grid w-38 grid-cols-2 gap-2">
          <Worth index={index} />
        </div>
        <CriterionMoves index={index} />
      </div>
      <Below index={index} />
    </li>
  );
}
