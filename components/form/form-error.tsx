import { CircleAlert } from "lucide-react";
import type { RefObject } from "react";
import type { FormState } from "./form-state";

type FormErrorProps = { state: FormState; ref?: RefObject<HTMLDivElement | null> };

/** The summary over a refused form. Each error leads to its field. */
export function FormError({ state, ref }: FormErrorProps) {
  if (state.ok) return null;
  const errors = Object.entries(state.errors ?? {});
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="mb-4 flex gap-2.5 rounded-box bg-bad-wash px-3.5 py-2.5 forced-colors:border"
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-medium text-bad">
          {state.message ?? "Not saved. What you typed is still here."}
        </p>
        {errors.length > 0 && (
          <ul className="mt-0.5">
            {errors.map(([name, error]) => (
              <li key={name}>
                <a href={`#${name}`} className="inline-block min-h-6 underline underline-offset-3">
                  {error}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
