import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/**
 * Whether a column is one of `ids`. As one parameter, so that the statement reads the same for any
 * number of them and its plan is kept (`kept-plans.ts`), which `inArray` prevents.
 */
export const among = (column: PgColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...ids])}::uuid[])`;

/** `among` for a column of texts. */
export const amongTexts = (column: PgColumn, texts: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...texts])}::text[])`;
