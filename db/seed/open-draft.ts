import { dayOf } from "@/lib/platform/day";
import { DAY } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";
import type { Requirement } from "@/lib/standard/standard";
import { saveDraft, signDraft, startDraft } from "@/lib/written-standard/commands";
import { openDraft } from "@/lib/written-standard/queries";
import type { Cast } from "./stage";
import { after } from "./story/calendar";

/** What marketing ops would like the next version to say. */
const WISHES: Partial<Record<FieldId, Partial<Requirement>>> = {
  "C1.5": { trust: "verified" },
  "C2.4": { level: "required" },
  "C5.3": { owner: "Demand generation" },
};
const WHY = "Reps reach a third fewer leads whose phone number nobody confirmed.";

/** A next version of the standard, tried and signed by marketing; a manager's signature is missing. */
export async function leaveDraftOpen(cast: Cast, now: Date): Promise<void> {
  const author = cast.get("sofia")?.viewer;
  if (!author) return;
  const at = after(now, -2 * DAY);
  await startDraft(author, at);
  const draft = await openDraft(author);
  if (!draft) return;
  const { id: draftId, revision, gates, graceMinutes } = draft;
  const requirements = { ...draft.requirements };
  for (const [id, wish] of Object.entries(WISHES) as [FieldId, Partial<Requirement>][]) {
    requirements[id] = { ...requirements[id], ...wish };
  }
  const effectiveOn = dayOf(after(now, 14 * DAY), author.timeZone);
  const terms = { gates: [...gates], requirements, graceMinutes };
  const given = { draftId, revision, ...terms, effectiveOn, reason: WHY };
  const saved = await saveDraft(author, given, at);
  if (saved.ok) await signDraft(author, { draftId, revision: saved.value.revision }, at);
}
