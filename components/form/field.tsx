import type { ReactNode } from "react";
import { useFieldState } from "./form";

/** What a control needs to be tied to its label, hint and error. */
export type ControlWiring = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export type FieldProps = {
  /** Also the control's id, so that the error summary can lead to it. */
  name: string;
  label: string;
  /** Shown under the label: the format, or why we ask. */
  hint?: string | undefined;
  error?: string | undefined;
  /** Says "optional" beside the label. Everything else is required. */
  optional?: boolean | undefined;
};

type Props = FieldProps & {
  /** The control; `kept` is what the form's last answer gave back of it. */
  children: (wiring: ControlWiring, kept: string | undefined) => ReactNode;
};

/** Wires label, hint and error, its own or the form's, to the one control that `children` renders. */
export function Field({ name, label, hint, error: own, optional, children }: Props) {
  const answered = useFieldState(name);
  const error = own ?? answered.error;
  const hintId = hint ? `${name}-hint` : undefined;
  const errorId = error ? `${name}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className="mb-4 min-w-0">
      <label htmlFor={name} className="mb-1 block text-small font-medium">
        {label}
        {optional && <span className="font-normal text-faint"> (optional)</span>}
      </label>
      {hint && (
        <p id={hintId} className="mb-1 text-small text-soft">
          {hint}
        </p>
      )}
      {children(
        {
          id: name,
          name,
          "aria-describedby": describedBy,
          "aria-invalid": error ? true : undefined,
        },
        answered.value,
      )}
      {error && (
        <p id={errorId} className="mt-1 text-small font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
