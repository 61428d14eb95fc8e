import { z } from "zod";
import { keysOf } from "@/lib/platform/keys-of";
import {
  CATEGORIES,
  type CATEGORY_KEYS,
  FIELDS,
  type FieldValues,
} from "@/lib/standard/categories";
import { type FieldDefinition, SOURCES, VERDICTS } from "@/lib/standard/field";

/**
 * One field as the API shows it. The first shape of `value` is the one that the standard accepts;
 * a value of another shape is shown as it came, and its field is named in `missing`.
 */
const fieldDocument = ({ label, value }: FieldDefinition) =>
  z
    .object({
      value: z.union([value, z.unknown()]),
      source: z.enum(keysOf(SOURCES)),
      obtainedAt: z.iso.datetime(),
      verified: z.boolean(),
      provider: z.string().optional(),
      notObtainable: z.string().optional(),
      saidWrong: z
        .object({ value: z.unknown(), by: z.string(), at: z.iso.datetime() })
        .optional()
        .describe("What a rep found to be wrong; then there is no value"),
      detail: z.record(z.string(), z.unknown()).optional(),
    })
    .describe(label);

/** The fields that have a value, by id, made from the definition of the categories. */
export const fieldsDocument = z
  .object(Object.fromEntries(FIELDS.map((field) => [field.id, fieldDocument(field).optional()])))
  .describe("By field id; a field without a value is left out");

/** The verdict for each category. */
export const completenessDocument = z.object(
  Object.fromEntries(
    CATEGORIES.map(({ key, label }) => [key, z.enum(VERDICTS).describe(label)]),
  ) as Record<(typeof CATEGORY_KEYS)[number], z.ZodEnum<{ [V in (typeof VERDICTS)[number]]: V }>>,
);

/** Field ids, such as C1.5. */
export const missingDocument = z
  .array(z.enum(FIELDS.map((field) => field.id) as [string, ...string[]]))
  .describe("Required fields that are not as the standard wants them");

/** Fields in the order of the checklist; what is not known of a value is left out. */
export function shownFields(fields: FieldValues): z.input<typeof fieldsDocument> {
  const shown = FIELDS.flatMap(({ id }) => {
    const field = fields[id];
    if (!field) return [];
    const { value, source, obtainedAt, verified, provider, notObtainable, saidWrong, detail } =
      field;
    const known = { value, source, obtainedAt, verified };
    const named = provider ? { provider } : {};
    const honest = notObtainable === undefined ? {} : { notObtainable };
    const wrong = saidWrong && { value: saidWrong.value, by: saidWrong.by, at: saidWrong.at };
    const rest = { ...(wrong ? { saidWrong: wrong } : {}), ...(detail ? { detail } : {}) };
    return [[id, { ...known, ...named, ...honest, ...rest }]];
  });
  return Object.fromEntries(shown);
}
