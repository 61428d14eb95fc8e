"use client";

import type { ComponentProps } from "react";
import { classNames } from "../ui/class-names";
import { controlLook } from "./control-look";
import { Field, type FieldProps } from "./field";
import { useFieldState } from "./form";

type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>;

/** Several lines; grows with its text, from `rows` up to most of the screen. */
export function TextArea({ label, hint, error, optional, name, rows = 4, ...rest }: TextAreaProps) {
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
        <textarea
          required={!optional}
          {...rest}
          {...wiring}
          rows={rows}
          defaultValue={answered.value ?? rest.defaultValue}
          className={classNames(
            controlLook,
            "field-sizing-content max-h-[60vh] resize-y",
            "min-h-24",
          )}
        />
      )}
    </Field>
  );
}
