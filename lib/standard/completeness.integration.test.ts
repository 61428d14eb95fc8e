import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { fieldDefinition } from "./categories";
import { hasValue } from "./completeness";
import type { Json } from "./field";
import { isPlaceholder, PLACEHOLDERS } from "./values/placeholder";

const { db } = testDatabase();

async function inDatabase(call: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await db.execute(sql`select ${call} as answer`);
  return row?.answer === true;
}

const TEXTS = [
  ...PLACEHOLDERS,
  ...["N/A", "n.a.", " T.B.D. ", "-", "–", "…", "...", "???", "x", "X X", "ｎ／ａ", "(none)", "_"],
  ...["¿?", "«»", "“”", "—", "·", "", "   ", "\t\n", "'", '"'],
  ...[
    "IBM",
    "3M",
    "Ingrid Solberg",
    "田中愛子",
    "Łódź",
    "Ж",
    "محمد",
    "Ö",
    "é",
    "42",
    "0",
    "N.A.S.A.",
  ],
];

describe("C a placeholder is no value: the rule and the gate in the database agree", () => {
  it.each(TEXTS)("on %j", async (text) => {
    expect(await inDatabase(sql`baton_is_placeholder(${text})`)).toBe(isPlaceholder(text));
  });

  const VALUES: Json[] = ["none", "N/A", "x", 0, 12, [], ["SAP"], {}, { a: null }, null, false];

  it.each(VALUES)("on the value %j", async (value) => {
    for (const id of ["C1.2", "C2.1", "C2.4", "C2.5"] as const) {
      const field = { value, source: "form", obtainedAt: "", verified: true } as const;
      const json = JSON.stringify(value);
      expect(await inDatabase(sql`baton_has_value(${id}, ${json}::jsonb)`)).toBe(
        hasValue(fieldDefinition(id), field),
      );
    }
  });
});
