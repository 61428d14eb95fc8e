"use client";

import { SCORED_KIND_NAMES, SCORED_KINDS, type ScoredKind } from "@/lib/scoring/model/scored-kinds";
import { CheckBox } from "../../form/check-box";
import { RowControl } from "../row-control";
import { useRule } from "./model-desk";

function Kinds({ index }: { index: number }) {
  const { rule, change, errorOf } = useRule(index);
  if (!rule) return null;
  const { label, kinds } = rule;
  const error = errorOf("kinds");
  function toggle(kind: ScoredKind, on: boolean) {
    change({ kinds: SCORED_KIND_NAMES.filter((one) => (one === kind ? on : kinds.includes(one))) });
  }
  return (
    <fieldset className="text-small">
      <legend className="mb-0.5 text-label text-faint">
        Kinds of activity<span className="sr-only"> of {label}</span>
      </legend>
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4">
        {SCORED_KIND_NAMES.map((kind) => (
          <CheckBox
            key={kind}
            label={SCORED_KINDS[kind]}
            checked={kinds.includes(kind)}
            onChange={({ target }) => toggle(kind, target.checked)}
          />
        ))}
      </div>
      {error && <p className="mt-0.5 font-medium text-bad">{error}</p>}
    </fieldset>
  );
}

/** What a rule counts: which kinds, and which of them. */
export function RuleTest({ index }: { index: number }) {
  const { rule, change, errorOf } = useRule(index);
  if (!rule) return null;
  const { label, pages, words, asks, kinds } = rule;
  const mayAsk = kinds.includes("form_submitted") || kinds.includes("chat");
  return (
    <div className="grid gap-3 pt-2 pb-1">
      <Kinds index={index} />
      <div className="grid gap-3 sm:grid-cols-2">
        <RowControl
          label="Only pages with one of these in the path"
          value={pages}
          onType={(text) => change({ pages: text })}
          error={errorOf("pages")}
          long
          of={label}
        />
        <RowControl
          label="Only with one of these words in the title or name"
          value={words}
          onType={(text) => change({ words: text })}
          error={errorOf("words")}
          long
          of={label}
        />
      </div>
      {(mayAsk || asks) && (
        <CheckBox
          label="Only what asks us for something, such as a demo or a quote"
          hint="Known in several languages. Words above count beside it."
          checked={asks}
          onChange={({ target }) => change({ asks: target.checked })}
        />
      )}
    </div>
  );
}
