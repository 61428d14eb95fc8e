"use client";

import type { ComponentProps } from "react";
import { controlLook } from "./control-look";
import { Field, type FieldProps } from "./field";
import { useFieldState } from "./form";

type TextInputProps = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>;

/** One line of text, with its label, hint and error. `type`, `autoComplete`, `inputMode` as ever. */
export function TextInput({ label, hint, error, optional, name, ...rest }: TextInputProps) {
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
        <input
          type="text"
          required={!optional}
          {...rest}
          {...wiring}
          defaultValue={answered.value ?? rest.defaultValue}
          className={controlLook}
        />
      )}
    </Field>
  );
}
