"use client";

import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useRef,
} from "react";
import { FormError } from "./form-error";
import { type FormState, untouched } from "./form-state";

const FormStateContext = createContext<FormState>(untouched);

/** What the last answer says of one input, by its name. */
export function useFieldState(name: string): { error?: string; value?: string } {
  const { errors, values } = useContext(FormStateContext);
  return { error: errors?.[name], value: values?.[name] };
}

type FormProps = {
  /** The two that useActionState gives. */
  state: FormState;
  action: (data: FormData) => void;
  className?: string;
  children: ReactNode;
};

/**
 * A native form that keeps what was typed. Errors are summed up on top, stand at each field,
 * and the summary takes the focus when an answer refuses.
 */
export function Form({ state, action, className, children }: FormProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!state.ok) summary.current?.focus();
  }, [state]);

  // React empties a form whose action has run, also when the action refused. Sending it ourselves
  // keeps every character; without JavaScript the action attribute still works.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => action(data));
  }

  return (
    <FormStateContext value={state}>
      <form action={action} onSubmit={send} noValidate className={className}>
        <FormError ref={summary} state={state} />
        {children}
      </form>
    </FormStateContext>
  );
}
