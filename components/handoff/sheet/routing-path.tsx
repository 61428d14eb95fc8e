"use client";

import { Fold } from "../../ui/fold";

/** Every rule that was asked, and what it said (C5.2). */
export function RoutingPath({ steps }: { steps: readonly string[] }) {
  return (
    <Fold
      more="How it was routed"
      less="Close"
      className="inline-block min-h-6 cursor-pointer pointer-coarse:py-3 text-faint underline decoration-line-strong underline-offset-3 hover:text-ink print:hidden"
    >
      {() => (
        <ol className="list-decimal pl-4 text-soft">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </Fold>
  );
}
