import type { ReactNode } from "react";

/** A name and what goes with it, each on a line of its own and cut where it must be. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      <span className="block truncate font-semibold">{first}</span>
      <span className="block truncate text-faint">{second}</span>
    </>
  );
}
