"use client";

import type { ComponentProps } from "react";
import { classNames } from "../ui/class-names";
import { controlLook } from "./control-look";
import { Field, type FieldProps } from "./field";

type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>;

/** Several lines; grows with its text, from `rows` up to most of the screen. */
export function TextArea({ label, hint, error, optional, name, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(wiring, kept) => (
        <textarea
          required={!optional}
          {...rest}
          {...wiring}
          rows={rows}
          defaultValue={kept ?? rest.defaultValue}
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
