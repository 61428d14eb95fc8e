/**
 * What an action answers to a form; the shape that useActionState carries.
 * `errors` and `values` go by the inputs' names. `values` lets the page without JavaScript keep what was typed.
 */
export type FormState = {
  ok: boolean;
  /** One sentence for the whole form: what happened, what was kept, what to do. */
  message?: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
};

/** Before anything was sent. */
export const untouched: FormState = { ok: true };
