import type { CrmMatchNow } from "@/lib/handoff/since/since";
import type { Reach } from "@/lib/queue/reach";
import type { Reading } from "../../handoff/words/field-state";
import { crmWarning, type WarningWords } from "../../handoff/words/warnings";

/** How to reach the lead of a row, and the reason not to, if there is one (C2.5, Q.3). */
export type RowReach = Reach & { warning: WarningWords | null };

/** The same in its reader's words. */
export function rowReach(
  { crmMatch, ...reach }: Reach & { crmMatch: CrmMatchNow | null },
  reading: Reading,
): RowReach {
  return { ...reach, warning: crmWarning(crmMatch, reading) };
}
