"use client";

import type { ChainStep, FieldUse } from "@/lib/connections/chain/view";
import { controlLook } from "../../form/control-look";
import { fieldsWords, USE_WORDS } from "./chain-words";

type ChainFieldsProps = {
  step: ChainStep;
  onUse: (fieldId: string, use: FieldUse) => void;
};

/** What a step may do with each field that it can fill; closed at first. */
export function ChainFields({ step, onUse }: ChainFieldsProps) {
  return (
    <details className="min-w-0">
      <summary className="opens">
        <span>
          <span className="sr-only">Fields of {step.name}: </span>
          {fieldsWords(step.fields)}
        </span>
      </summary>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(160px,1fr))] gap-x-4 gap-y-2 pt-2 pb-1">
        {step.fields.map(({ id, label, use }) => (
          <label key={id} className="min-w-0 text-label text-faint">
            <span className="mb-0.5 block truncate">
              {label}
              <span className="sr-only">, by {step.name}</span>
            </span>
            <select
              value={use}
              onChange={(event) => onUse(id, event.target.value as FieldUse)}
              className={controlLook}
            >
              {Object.entries(USE_WORDS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
