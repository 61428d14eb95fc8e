"use client";

import { useId } from "react";
import { keysOf } from "@/lib/platform/keys-of";
import { FACTS, type Fact } from "@/lib/scoring/icp/criterion-words";
import { controlLook } from "../../form/control-look";
import { Labelled, RowControl } from "../row-control";
import { useCriterion } from "./icp-desk";

const FACT_NAMES = keysOf(FACTS);
/** Whether it asks for figures, which need little room, or for a list of words. */
export const isAmount = (fact: Fact) => fact === "employees" || fact === "revenue";
const isFact = (text: string): text is Fact => text in FACTS;

/** What a criterion asks about. */
export function FactChoice({ index }: { index: number }) {
  const { criterion, change } = useCriterion(index);
  const id = useId();
  if (!criterion) return null;
  return (
    <Labelled id={id} label="Asks about" of={criterion.label}>
      <select
        id={id}
        value={criterion.fact}
        onChange={({ target }) => isFact(target.value) && change({ fact: target.value })}
        className={controlLook}
      >
        {FACT_NAMES.map((fact) => (
          <option key={fact} value={fact}>
            {FACTS[fact]}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** What it asks for, by controls that suit what it asks about. */
export function TestControls({ index }: { index: number }) {
  const { criterion, change, errorOf } = useCriterion(index);
  if (!criterion) return null;
  const { fact, label: of, least, most, words } = criterion;
  if (fact === "employees") {
    return (
      <div className="grid grid-cols-2 gap-2">
        <RowControl
          label="From"
          value={least}
          onType={(text) => change({ least: text })}
          error={errorOf("atLeast")}
          numeric
          of={of}
        />
        <RowControl
          label="To"
          value={most}
          onType={(text) => change({ most: text })}
          error={errorOf("atMost")}
          numeric
          of={of}
        />
      </div>
    );
  }
  if (fact === "revenue") {
    return (
      <RowControl
        label="Millions a year, from"
        value={least}
        onType={(text) => change({ least: text })}
        error={errorOf("atLeastMillions")}
        numeric
        of={of}
      />
    );
  }
  return (
    <RowControl
      label={fact === "region" ? "Any of these countries" : "Any of these words"}
      value={words}
      onType={(text) => change({ words: text })}
      error={errorOf("words", "countries")}
      long
      of={of}
    />
  );
}
