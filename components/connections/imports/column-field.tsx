"use client";

import { columnInputName } from "@/lib/intake/imports/input";
import { controlLook } from "../../form/control-look";
import { useFieldState } from "../../form/form";
import type { SelectOption } from "../../form/select";

type ColumnFieldProps = {
  header: string;
  place: number;
  field: string;
  options: readonly SelectOption[];
  onChange: (field: string) => void;
};

/** Says what one column of the file becomes. Its label is the row's first cell. */
export function ColumnField({ header, place, field, options, onChange }: ColumnFieldProps) {
  const name = columnInputName(place);
  const { error } = useFieldState(name);
  return (
    <>
      <select
        id={name}
        name={name}
        value={field}
        onChange={(event) => onChange(event.target.value)}
        aria-label={`${header} becomes`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        className={controlLook}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${name}-error`} className="mt-1 text-small font-medium text-bad">
          {error}
        </p>
      )}
    </>
  );
}
