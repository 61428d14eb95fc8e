"use client";

import type { ComponentProps } from "react";
import { controlLook } from "./control-look";
import { Field, type FieldProps } from "./field";
import { useFieldState } from "./form";

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
  const answered = useFieldState(name);
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={error ?? answered.error}
      optional={optional}
    >
      {(wiring) => (
        <select
          required={!optional}
          {...rest}
          {...wiring}
          defaultValue={answered.value ?? rest.defaultValue}
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
