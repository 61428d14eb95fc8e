import { count, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { handedOff } from "@/db/factories/handoffs";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { leadField } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { copyLeads } from "./copies";

const { db, owner, transaction } = testDatabase();
const now = new Date();
const copied = async (leads: number) => {
  await transaction((tx) => copyLeads(tx, { leads, activities: 0, days: 1 }, () => {}));
  const [row] = await db.select({ count: count() }).from(handoff);
  return row?.count;
};

it("copies no lead whose values changed since it was handed off: the gate would hold its copy", async () => {
  const ops = await aPerson("marketing_ops");
  await aPerson("rep", { territory: ["NO"] });
  await handedOff(ops, 1, now);
  await owner.update(leadField).set({ value: "Ingrid Holm" }).where(eq(leadField.fieldId, "C1.1"));
  expect(await copied(3)).toBe(1);
});
