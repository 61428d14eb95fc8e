"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { withMoved } from "@/lib/scoring/icp-draft";
import { Button } from "../ui/button";
import { IcpControl } from "./icp-control";
import { useCriterion, useIcp } from "./icp-desk";
import { FactChoice, isAmount, TestControls } from "./icp-test-controls";

type MoveProps = Pick<ComponentProps<typeof Button>, "onClick"> & {
  label: string;
  icon: typeof X;
  off?: boolean;
};

function Move({ label, icon: Icon, off = false, onClick }: MoveProps) {
  return (
    <Button
      variant="bare"
      className="px-1.5"
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
    >
      <Icon aria-hidden="true" className={`size-4 ${off ? "opacity-30" : ""}`} />
    </Button>
  );
}

function CriterionMoves({ index }: { index: number }) {
  const { draft, edit } = useIcp();
  const name = draft.criteria[index]?.label || `criterion ${index + 1}`;
  function move(by: 1 | -1, { currentTarget }: MouseEvent<HTMLButtonElement>) {
    edit((before) => withMoved(before, index, by));
    // Moving a row in the page takes the focus off its button.
    requestAnimationFrame(() => currentTarget.focus());
  }
  function remove({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const row = currentTarget.closest("li");
    const other = row?.nextElementSibling ?? row?.previousElementSibling;
    edit((before) => ({
      ...before,
      criteria: before.criteria.filter((_, at) => at !== index),
    }));
    other?.querySelector("input")?.focus();
  }
  return (
    <div className="flex items-center justify-end ml-auto pt-[18px]">
      <Move
        label={`Move ${name} up`}
        icon={ArrowUp}
        off={index === 0}
        onClick={(event) => move(-1, event)}
      />
      <Move
        label={`Move ${name} down`}
        icon={ArrowDown}
        off={index === draft.criteria.length - 1}
        onClick={(event) => move(1, event)}
      />
      <Move label={`Remove ${name}`} icon={X} onClick={remove} />
    </div>
  );
}

/** What a criterion is worth where it is met, and what it costs where it is missed. */
function Worth({ index }: { index: number }) {
  const { criterion, change, errorOf } = useCriterion(index);
  if (!criterion) return null;
  const { label, points, penalty } = criterion;
  return (
    <>
      <IcpControl
        label="Points"
        value={points}
        onType={(text) => change({ points: text })}
        error={errorOf("points")}
        numeric
        of={label}
      />
      <IcpControl
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
          <IcpControl
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
          <IcpControl
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
