"use client";

import type { ComponentProps } from "react";
import { controlLook } from "./control-look";
import { Field, type FieldProps } from "./field";

type TextInputProps = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>;

/** One line of text, with its label, hint and error. `type`, `autoComplete`, `inputMode` as ever. */
export function TextInput({ label, hint, error, optional, name, ...rest }: TextInputProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(wiring, kept) => (
        <input
          type="text"
          required={!optional}
          {...rest}
          {...wiring}
          defaultValue={kept ?? rest.defaultValue}
          className={controlLook}
        />
      )}
    </Field>
  );
}
