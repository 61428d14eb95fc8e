import type { Viewer } from "@/lib/access/viewer";
import { drawAudit } from "@/lib/audit/draw/commands";
import { AUDIT_SIZE, lastDays, momentsOf } from "@/lib/audit/draw/window";
import { openFinding } from "@/lib/audit/findings/commands";
import { verdictOfGap } from "@/lib/audit/gaps/gap";
import { gapsOf } from "@/lib/audit/gaps/queries";
import { keepInterview } from "@/lib/audit/interviews/commands";
import { interviewsOf } from "@/lib/audit/interviews/queries";
import { agree, finish, judge } from "@/lib/audit/judging/commands";
import type { JudgeInput } from "@/lib/audit/judging/input";
import { auditWithLines } from "@/lib/audit/sample/queries";
import type { AuditLine } from "@/lib/audit/sample/view";
import { DAY, MINUTE } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";
import type { Cast } from "./stage";
import { after } from "./story/calendar";

type Override = Omit<JudgeInput, "lineId"> & { places: readonly number[] };

type Answer = { answer: string; fieldIds: FieldId[] } & (
  | { researches: "no" }
  | { researches: "yes"; what: string }
);

/** What the manager finds in the first audit where the machine finds nothing. */
const SEEN: readonly Override[] = [
  {
    places: [3, 11, 16],
    category: "contactBasics",
    verdict: "partial",
    fieldIds: ["C1.2"],
    reason: "The title is of the job before: the profile says another one since spring.",
  },
  {
    places: [7, 16],
    category: "companyIntelligence",
    verdict: "partial",
    fieldIds: ["C2.1"],
    reason: "The count is of the whole group, not of the company that asked.",
  },
];

/** What the first two reps say when they are asked; the third was not reached yet. */
const ANSWERS: readonly Answer[] = [
  {
    answer: "I read the trigger and the summary and call. With a phone number that is all I need.",
    researches: "no",
    fieldIds: [],
  },
  {
    answer: "I look on LinkedIn who they report to, every time. The title alone does not tell me.",
    researches: "yes",
    what: "Who they report to, on LinkedIn",
    fieldIds: ["C1.2", "C1.6"],
  },
];

async function drawn(viewer: Viewer, auditors: number, at: Date): Promise<string | null> {
  const terms = { ...lastDays(at), size: AUDIT_SIZE, strata: "none", seed: "" } as const;
  const outcome = await drawAudit(viewer, { ...terms, auditors }, at);
  return outcome.ok ? outcome.value.id : null;
}

const linesOf = async (viewer: Viewer, id: string): Promise<AuditLine[]> =>
  (await auditWithLines(viewer, id))?.lines ?? [];

/** The field whose gap the manager gives to marketing ops. */
const TO_MEND: FieldId = "C5.3";
const MEND_DAYS = 21;

async function leaveFinding(manager: Viewer, cast: Cast, auditId: string, drawnAt: Date) {
  const owner = [...cast.values()].findLast(
    ({ member }) => member.role === "marketing_ops",
  )?.viewer;
  const at = after(drawnAt, 2 * DAY);
  const window = momentsOf(lastDays(drawnAt), drawnAt);
  const gap = (await gapsOf(manager, window)).find(({ fieldId }) => fieldId === TO_MEND);
  if (!owner || !gap) return;
  const dueOn = after(at, MEND_DAYS * DAY)
    .toISOString()
    .slice(0, 10);
  const input = { auditId, fieldId: TO_MEND, verdict: verdictOfGap(gap), ownerId: owner.id, dueOn };
  const reason = "Ad campaigns come without an asset since the new form.";
  await openFinding(manager, { ...input, reason }, at);
}

async function judgeLine(viewer: Viewer, line: AuditLine, at: Date): Promise<void> {
  for (const { places, ...override } of SEEN) {
    const sees = places.includes(line.place) && line.machine[override.category] === "complete";
    if (sees) await judge(viewer, { ...override, lineId: line.id }, at);
  }
  await agree(viewer, { lineId: line.id }, at);
}

/** Two audits by the manager: one finished, and one with a second auditor that is half done. */
export async function leaveAudits(cast: Cast, now: Date): Promise<void> {
  const manager = [...cast.values()].find(({ member }) => member.role === "manager")?.viewer;
  if (!manager) return;
  const first = after(now, -12 * DAY);
  const done = await drawn(manager, 1, first);
  // A short story has too few leads for a sample.
  if (!done) return;
  for (const line of await linesOf(manager, done)) {
    await judgeLine(manager, line, after(first, line.place * MINUTE));
  }
  await finish(manager, { auditId: done }, after(first, 30 * MINUTE));
  for (const { place } of await interviewsOf(manager, done)) {
    const said = ANSWERS[place - 1];
    const at = after(first, DAY + place * MINUTE);
    if (said) await keepInterview(manager, { ...said, auditId: done, place }, at);
  }
  await leaveFinding(manager, cast, done, first);
  const last = after(now, -1 * DAY);
  const half = await drawn(manager, 2, last);
  if (!half) return;
  for (const line of (await linesOf(manager, half)).slice(0, 8)) {
    await agree(manager, { lineId: line.id }, after(last, line.place * MINUTE));
  }
}
