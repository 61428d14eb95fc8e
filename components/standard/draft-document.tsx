"use client";

import type { Category } from "@/lib/standard/categories";
import { ARTICLE_GATES } from "@/lib/standard/standard";
import { classNames } from "../ui/class-names";
import { ChoiceCell, OfferedWords, WordsCell } from "./draft-cells";
import { useDraft } from "./draft-desk";
import { GateNote } from "./gate-note";
import { StandardTable } from "./standard-table";

/** The draft, written in place: what differs from the version in force is marked. */
export function DraftDocument() {
  return (
    <>
      <OfferedWords />
      <StandardTable
        label="The draft"
        gate={(category) => <GateSwitch category={category} />}
        cells={(id, label) => ({
          level: <ChoiceCell id={id} label={label} part="level" />,
          trust: <ChoiceCell id={id} label={label} part="trust" />,
          owner: <WordsCell id={id} label={label} part="owner" />,
          source: <WordsCell id={id} label={label} part="source" />,
        })}
      />
    </>
  );
}

function GateSwitch({ category: { key, label } }: { category: Category }) {
  const { draft, inForce, gate } = useDraft();
  const gates = draft.gates.includes(key);
  if (ARTICLE_GATES.includes(key)) {
    return <span className="text-label font-semibold">Always holds leads</span>;
  }
  const changed = gates !== inForce.gates.includes(key);
  return (
    <label
      className={classNames(
        "inline-flex min-h-6 cursor-pointer items-center gap-2 rounded-[5px] px-1.5 pointer-coarse:min-h-11",
        changed && "bg-mark",
      )}
    >
      <input
        type="checkbox"
        className="size-4"
        aria-label={`${label} holds leads`}
        checked={gates}
        onChange={(event) => gate(key, event.target.checked)}
      />
      {gates ? (
        <GateNote category={key} gates />
      ) : (
        <span className="text-label text-soft">Holds leads</span>
      )}
    </label>
  );
}
