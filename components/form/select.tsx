"use client";

import type { ComponentProps } from "react";
import { controlLook } from "./control-look";
import { Field, type FieldProps } from "./field";

export type SelectOption = { value: string; label: string };

type SelectProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "children"> & {
    options: readonly SelectOption[];
    /** The first, empty choice: "Choose a reason". Without it the first option is chosen. */
    placeholder?: string;
  };

/** One of a list, by the platform's own control: it suits phones and screen readers best. */
export function Select(props: SelectProps) {
  const { label, hint, error, optional, name, options, placeholder, ...rest } = props;
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(wiring, kept) => (
        <select
          required={!optional}
          {...rest}
          {...wiring}
          defaultValue={kept ?? rest.defaultValue}
          className={controlLook}
        >
          {placeholder && <option value="">{placeholder}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
