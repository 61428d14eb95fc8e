import { Moon } from "lucide-react";
import type { LocalHours } from "@/lib/queue/local-hours";

/** The lead's own time; faint and with a moon where a call would come at a bad hour. */
export function TheirTime({ there }: { there: LocalHours | null }) {
  if (!there) return <span className="text-faint">unknown</span>;
  if (!there.quiet) return there.time;
  return (
    <span className="inline-flex items-center gap-1 text-faint">
      <Moon aria-hidden="true" className="size-3" />
      {there.time}
      <span className="sr-only">, outside office hours</span>
    </span>
  );
}
