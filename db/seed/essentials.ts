import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { enrichmentStep } from "@/db/schema/enrichment";
import { scoringModel } from "@/db/schema/scoring";
import { fieldDefinition, placeholderWord, standardVersion } from "@/db/schema/standard";
import { builtInSteps } from "@/lib/enrichment/chain/built-in-steps";
import { DEFAULT_MODEL } from "@/lib/scoring/model/default-model";
import { CATEGORIES } from "@/lib/standard/categories";
import type { FieldDefinition } from "@/lib/standard/field";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { PLACEHOLDERS } from "@/lib/standard/values/placeholder";

/**
 * Writes what the gate in the database reads and code defines: the fields, the placeholder words
 * and the first versions of the standard and of the scoring model. Run by the owner after every migration; safe to repeat.
 */
export async function writeEssentials(tx: Transaction): Promise<void> {
  const fields = CATEGORIES.flatMap((category) =>
    category.fields.map(
      (field: FieldDefinition & { id: (typeof category.fields)[number]["id"] }) => ({
        fieldId: field.id,
        category: category.key,
        choices: Object.keys(field.choices ?? {}),
      }),
    ),
  );
  await tx
    .insert(fieldDefinition)
    .values(fields)
    .onConflictDoUpdate({
      target: fieldDefinition.fieldId,
      set: { category: sql`excluded.category`, choices: sql`excluded.choices` },
    });
  await tx
    .insert(placeholderWord)
    .values([...PLACEHOLDERS].map((word) => ({ word })))
    .onConflictDoNothing();
  const { version, effectiveFrom, gates, requirements } = DEFAULT_STANDARD;
  await tx
    .insert(standardVersion)
    .values({ version, effectiveFrom: new Date(effectiveFrom), gates: [...gates], requirements })
    .onConflictDoNothing();
  await writeFirstModel(tx);
  await writeBuiltInSteps(tx);
}

/**
 * The model that scores from the first day is kept as it was then: a later release may bring
 * another one, and no lead's score changes unless somebody signs for it.
 */
async function writeFirstModel(tx: Transaction): Promise<void> {
  if ((await tx.$count(scoringModel)) > 0) return;
  const { version } = DEFAULT_MODEL;
  const first = { version, model: DEFAULT_MODEL, createdAt: sql`now()` };
  await tx.insert(scoringModel).values(first).onConflictDoNothing();
}

/** What an admin made of a step since stays; only those that are not there are added. */
async function writeBuiltInSteps(tx: Transaction): Promise<void> {
  const steps = builtInSteps().map((step) => ({ ...step, updatedAt: sql`now()` }));
  await tx.insert(enrichmentStep).values(steps).onConflictDoNothing();
}
