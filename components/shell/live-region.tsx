import type { ReactNode } from "react";

/** Read aloud when its words change, seen by nobody: "2 new leads in your queue". Keep it mounted. */
export function LiveRegion({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="sr-only">
      {children}
    </p>
  );
}
