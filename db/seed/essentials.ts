import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { enrichmentStep } from "@/db/schema/enrichment";
import { fieldDefinition, placeholderWord, standardVersion } from "@/db/schema/standard";
import { builtInSteps } from "@/lib/enrichment/built-in-steps";
import { CATEGORIES } from "@/lib/standard/categories";
import type { FieldDefinition } from "@/lib/standard/field";
import { PLACEHOLDERS } from "@/lib/standard/placeholder";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";

/**
 * Writes what the gate in the database reads and code defines: the fields, the placeholder words
 * and the first version of the standard. Run by the owner after every migration; safe to repeat.
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
  await writeBuiltInSteps(tx);
}

/** What an admin made of a step since stays; only those that are not there are added. */
async function writeBuiltInSteps(tx: Transaction): Promise<void> {
  const steps = builtInSteps().map((step) => ({ ...step, updatedAt: sql`now()` }));
  await tx.insert(enrichmentStep).values(steps).onConflictDoNothing();
}
