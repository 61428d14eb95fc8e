import { count, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { fieldDefinition } from "@/db/schema/standard";
import { refusalOf, UNDEFINED_TABLE } from "@/db/sql-state";
import type { Actor } from "@/lib/access/viewer";
import { FIELD_IDS } from "@/lib/standard/categories";

/**
 * True where the database knows every field that this code defines. Each migration ends by
 * writing them, so that a database without them is older than the code. Throws where it is out of
 * reach.
 */
export async function isMigrated(_actor: Actor): Promise<boolean> {
  try {
    const [found] = await db
      .select({ known: count() })
      .from(fieldDefinition)
      .where(inArray(fieldDefinition.fieldId, [...FIELD_IDS]));
    return found?.known === FIELD_IDS.length;
  } catch (error) {
    if (refusalOf(error)?.code === UNDEFINED_TABLE) return false;
    throw error;
  }
}
