import { transaction } from "@/db/client";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { makeDue, writeFields } from "@/lib/enrichment/commands";
import { storedFields } from "@/lib/enrichment/queries";
import { mergeFields, prevailingOf } from "@/lib/enrichment/values/merge-fields";
import { tellOfCorrection } from "@/lib/handoff/correction/commands";
import { settleWrong } from "@/lib/handoff/wrong/commands";
import { OF_THE_COMPANY } from "@/lib/handoff/wrong/fields";
import { attachCompanies } from "@/lib/intake/companies/commands";
import { NO_LEAD } from "@/lib/intake/lead-id";
import { record } from "@/lib/platform/history";
import { type FieldId, fieldDefinition } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";
import type { Attribution } from "@/lib/standard/handoff-metadata";
import { processLeads } from "../commands";
import { leadFiles } from "../queries";
import { fieldInput } from "./field-input";

/** Who corrects the attribution by hand corrects its words; when the touches were stays known. */
function withTouches(given: FieldValue, before: FieldValue | undefined): FieldValue {
  const { value } = given;
  if (typeof value !== "object" || value === null || !("firstTouch" in value)) return given;
  const { firstTouch, lastTouch } = (before?.value ?? value) as Attribution;
  return { ...given, value: { ...value, firstTouch, lastTouch } };
}

/** What providers look a lead up by: with another address or profile they may know the person. */
const LOOKED_UP_BY: readonly FieldId[] = ["C1.1", "C1.3", "C1.4", "C1.6"];

/** Fills or corrects a field by hand (O.4), or says why it cannot be had. */
export async function fillField(
  viewer: Viewer,
  input: { leadId: string; fieldId: FieldId } & ({ value: string } | { notObtainable: string }),
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  const parsed =
    "value" in input
      ? fieldInput(input.fieldId, input.value)
      : { ok: true as const, value: null, detail: undefined };
  if (!parsed.ok) return refused(parsed.reason, input.fieldId);
  const given: FieldValue = {
    value: parsed.value,
    source: "person",
    provider: viewer.name,
    obtainedAt: now.toISOString(),
    verified: "value" in input,
    ...("notObtainable" in input ? { notObtainable: input.notObtainable } : {}),
    ...(parsed.detail ? { detail: parsed.detail } : {}),
  };
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [input.leadId], now);
    if (!file) return refused(NO_LEAD);
    const stored = (await storedFields(tx, viewer, [file.id])).get(file.id) ?? [];
    const value = withTouches(given, prevailingOf(stored)["C5.3"]);
    const { rows } = mergeFields(stored, { [input.fieldId]: value });
    await writeFields(
      tx,
      rows.map((row) => ({ leadId: file.id, row, personId: viewer.id })),
    );
    if (OF_THE_COMPANY.includes(input.fieldId)) await attachCompanies(tx, [file.id]);
    const label = fieldDefinition(input.fieldId).label;
    const after = { field: input.fieldId, label, value: parsed.value };
    await record(tx, viewer, [
      { at: now, verb: "filled", subject: "lead", subjectId: file.id, after },
    ]);
    if ("value" in input)
      await settleWrong(tx, viewer, { leadId: file.id, fieldId: input.fieldId }, now);
    await tellOfCorrection(
      tx,
      viewer,
      { leadId: file.id, fieldId: input.fieldId, occasion: now.toISOString() },
      now,
    );
    await processLeads(tx, viewer, [file.id], now);
    if (LOOKED_UP_BY.includes(input.fieldId)) await makeDue(tx, [file.id], now);
    return done;
  });
}
