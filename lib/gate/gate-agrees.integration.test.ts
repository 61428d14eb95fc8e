import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standardVersion } from "@/db/schema/standard";
import { testDatabase } from "@/db/testing/database";
import { CATEGORY_KEYS, type FieldValues } from "@/lib/standard/categories";
import { holding } from "@/lib/standard/holding";
import type { Standard } from "@/lib/standard/standard";
import { arbitraryFields, arbitraryStandard } from "@/lib/standard/testing/arbitrary-standard";

const { db, owner } = testDatabase();

async function byDatabase(version: number, fields: FieldValues): Promise<string[]> {
  const document = JSON.stringify({ fields });
  const [row] = await db.execute<{ missing: string[] | null }>(
    sql`select baton_gate_shortfall(${randomUUID()}, ${version}, ${document}::jsonb) as missing`,
  );
  return row?.missing ?? [];
}

/** C1 and C2 are read from the lead's own rows, of which there are none here. */
const inDocument = (id: string) => !id.startsWith("C1") && !id.startsWith("C2");
/** What the routing adds is in the document by the time the database looks at it. */
const beforeRouting = (id: string) => id !== "C5.1" && id !== "C5.2";

describe("G.4 a standard that gates on all five categories", () => {
  it("holds the same leads in the rule and in the database, but for what is not valid", async () => {
    const cases = fc.sample(fc.tuple(arbitraryFields, arbitraryStandard), 60);
    for (const [index, [fields, said]] of cases.entries()) {
      const version = 100 + index;
      const standard: Standard = { ...said, version, gates: CATEGORY_KEYS };
      const { gates, requirements } = standard;
      const effectiveFrom = new Date(Date.UTC(2090, 0, index + 1));
      await owner
        .insert(standardVersion)
        .values({ version, effectiveFrom, gates: [...gates], requirements });
      const rule = holding(fields, standard).filter(({ id }) => inDocument(id));
      const database = (await byDatabase(version, fields)).filter(inDocument).filter(beforeRouting);
      const sure = rule.filter(({ why }) => why !== "not_valid").map(({ id }) => id);
      expect(rule.map(({ id }) => id)).toEqual(expect.arrayContaining(database));
      expect(database).toEqual(expect.arrayContaining(sure));
    }
  });
});
