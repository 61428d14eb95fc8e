"use client";

import { Kbd } from "../ui/kbd";
import { useFieldState } from "./form";

type ChoiceProps<V extends string> = {
  name: string;
  label: string;
  options: Readonly<Record<V, string>>;
  /** Chosen at first; without it nothing is. */
  initial?: V | undefined;
  onChoose?: (value: V) => void;
  /** Shows the digit beside each, where the form lets digits choose. */
  numbered?: boolean;
};

/** One of a few, all in sight: radio buttons in the look of chips. */
export function Choice<V extends string>({
  name,
  label,
  options,
  initial,
  onChoose,
  numbered = false,
}: ChoiceProps<V>) {
  const { error } = useFieldState(name);
  return (
    <fieldset className="mb-4 min-w-0" id={name} tabIndex={-1}>
      <legend className="mb-1 text-small font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {(Object.keys(options) as V[]).map((value, index) => (
          <label
            key={value}
            className="inline-flex min-h-8 cursor-pointer items-center rounded-control border border-line-strong bg-surface px-2.5 text-small has-checked:border-accent has-checked:bg-accent-wash has-checked:font-medium hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11 forced-colors:has-checked:outline"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === initial}
              onChange={() => onChoose?.(value)}
              className="sr-only"
            />
            {options[value]}
            {numbered && (
              <span className="ml-1.5">
                <Kbd silent>{index + 1}</Kbd>
              </span>
            )}
          </label>
        ))}
      </div>
      {error && <p className="mt-1 text-small font-medium text-bad">{error}</p>}
    </fieldset>
  );
}
