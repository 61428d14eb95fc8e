"use client";

import { type ReactNode, useId } from "react";
import { controlLook } from "../form/control-look";

type RowControlProps = {
  label: string;
  value: string;
  onType: (text: string) => void;
  error?: string | undefined;
  numeric?: boolean;
  /** Several lines, for a list of words. */
  long?: boolean;
  /** Read aloud with the label: of which row. */
  of?: string;
};

/** A labelled control in a row of settings, with its error below. */
export function RowControl(props: RowControlProps) {
  const { label, value, onType, error, numeric = false, long = false, of } = props;
  const id = useId();
  const common = {
    id,
    value,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? `${id}-error` : undefined,
    onChange: (event: { target: { value: string } }) => onType(event.target.value),
  };
  return (
    <Labelled id={id} label={label} of={of} error={error}>
      {long ? (
        <textarea
          {...common}
          rows={2}
          className={`${controlLook} field-sizing-content max-h-40 resize-y`}
        />
      ) : (
        <input
          {...common}
          type="text"
          autoComplete="off"
          inputMode={numeric ? "decimal" : undefined}
          className={`${controlLook} ${numeric ? "num" : ""}`}
        />
      )}
    </Labelled>
  );
}

type LabelledProps = {
  id: string;
  label: string;
  of?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
};

/** A small label over a control, and its error under it. */
export function Labelled({ id, label, of, error, children }: LabelledProps) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-label text-faint">
        {label}
        {of && <span className="sr-only"> of {of}</span>}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="mt-0.5 text-small font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
