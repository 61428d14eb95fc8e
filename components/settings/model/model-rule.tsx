"use client";

import { useId } from "react";
import { withRuleMoved } from "@/lib/scoring/model/settings-draft";
import { controlLook } from "../../form/control-look";
import { Labelled, RowControl } from "../row-control";
import { RowMoves } from "../row-moves";
import { useModel, useRule } from "./model-desk";
import { RuleTest } from "./model-rule-test";

/** Whether it says that a solution is researched, or that somebody is engaged. */
function GroupChoice({ index }: { index: number }) {
  const { rule, change } = useRule(index);
  const id = useId();
  if (!rule) return null;
  return (
    <Labelled id={id} label="Counts for" of={rule.label}>
      <select
        id={id}
        value={rule.group}
        onChange={({ target }) =>
          change({ group: target.value === "behavior" ? "behavior" : "intent" })
        }
        className={controlLook}
      >
        <option value="intent">Intent</option>
        <option value="behavior">Behavior</option>
      </select>
    </Labelled>
  );
}

const WORTH = [
  ["points", "Points"],
  ["cap", "At most"],
  ["halfLifeDays", "Half-life, days"],
  ["windowDays", "Lasts, days"],
] as const;

/** Points for a visit, the most of them, and how time takes them away (days). */
function Worth({ index }: { index: number }) {
  const { rule, change, errorOf } = useRule(index);
  if (!rule) return null;
  return WORTH.map(([place, label]) => (
    <RowControl
      key={place}
      label={label}
      value={rule[place]}
      onType={(text) => change({ [place]: text })}
      error={errorOf(place)}
      numeric
      of={rule.label}
    />
  ));
}

function RuleMoves({ index }: { index: number }) {
  const { typed, edit } = useModel();
  return (
    <RowMoves
      name={typed.rules[index]?.label || `rule ${index + 1}`}
      isFirst={index === 0}
      isLast={index === typed.rules.length - 1}
      onMove={(by) => edit((before) => withRuleMoved(before, index, by))}
      onRemove={() =>
        edit((before) => ({ ...before, rules: before.rules.filter((_, at) => at !== index) }))
      }
    />
  );
}

/** One rule as an editable row: its name, what it is worth, and, unfolded, what it counts. */
export function ModelRule({ index }: { index: number }) {
  const { rule, change, errorOf } = useRule(index);
  if (!rule) return null;
  const wrong = errorOf("kinds", "pages", "words");
  return (
    <li className="border-b border-line py-3 first:pt-0">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-full flex-1 sm:min-w-44">
          <RowControl
            label="Rule"
            value={rule.label}
            onType={(text) => change({ label: text })}
            error={errorOf("label", "id")}
          />
        </div>
        <div className="w-26">
          <GroupChoice index={index} />
        </div>
        <div className="grid w-full grid-cols-2 items-end gap-2 sm:w-84 sm:grid-cols-[1fr_1fr_1.4fr_1.2fr]">
          <Worth index={index} />
        </div>
        <RuleMoves index={index} />
      </div>
      <details className="mt-1" open={rule.label === "" || wrong !== undefined || undefined}>
        <summary className="opens">
          What it counts<span className="sr-only">: {rule.label}</span>
        </summary>
        <RuleTest index={index} />
      </details>
    </li>
  );
}
