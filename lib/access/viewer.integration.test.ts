import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { demonstrationPerson, personByEmail, viewerOf } from "./queries";

const { db } = testDatabase();

describe("a viewer is proven by the person's row, at each request", () => {
  it("takes a demotion into account at once", async () => {
    const ops = await aPerson("marketing_ops");
    await db.update(person).set({ role: "rep" }).where(eq(person.id, ops.id));
    expect((await viewerOf(ops.id, 1))?.role).toBe("rep");
  });

  it("knows nobody who is no longer active, whatever their session says", async () => {
    const rep = await aPerson("rep");
    await db.update(person).set({ active: false }).where(eq(person.id, rep.id));
    expect(await viewerOf(rep.id, 1)).toBeNull();
    expect(await personByEmail(rep.email)).toBeNull();
  });

  it("ends every session of a person when their session version rises", async () => {
    const rep = await aPerson("rep");
    expect(await viewerOf(rep.id, 1)).not.toBeNull();
    await db.update(person).set({ sessionVersion: 2 }).where(eq(person.id, rep.id));
    expect(await viewerOf(rep.id, 1)).toBeNull();
    expect(await viewerOf(rep.id, 2)).not.toBeNull();
  });

  it("finds people by address without minding its case", async () => {
    const rep = await aPerson("rep", { email: "mixed.case@baton.example" });
    expect((await personByEmail(" Mixed.Case@Baton.example "))?.id).toBe(rep.id);
  });

  it("gives the demonstration's button an active person of the role, or nobody", async () => {
    const admin = await aPerson("admin");
    expect((await demonstrationPerson("admin"))?.id).toBe(admin.id);
    await db.update(person).set({ active: false }).where(eq(person.id, admin.id));
    expect(await demonstrationPerson("admin")).toBeNull();
  });
});
