import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { history } from "@/db/schema/history";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "../permissions";
import { hasAdmin, personByEmail } from "../queries";
import { systemActor } from "../viewer";
import { addFirstAdmin, addPerson, renamePerson } from "./commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const start = systemActor("command line", "Start");

describe("who is let in", () => {
  it("is nobody before there is an admin, which the sign-in page says", async () => {
    const before = await db.select({ id: person.id }).from(person);
    expect([before, await hasAdmin()]).toEqual([[], false]);
    await addFirstAdmin(start, "begins@let-in.example", now);
    expect(await hasAdmin()).toBe(true);
    await db.update(person).set({ active: false });
    expect(await hasAdmin()).toBe(false);
  });

  it("can sign in with the address that an admin gave", async () => {
    const admin = await aPerson("admin");
    const given = { name: "Nora Vik", email: "nora@let-in.example", role: "rep" } as const;
    expect(await addPerson(admin, given, now)).toMatchObject({ ok: true });
    expect(await personByEmail("nora@let-in.example")).not.toBeNull();
    expect(await addPerson(admin, given, now)).toMatchObject({ ok: false, field: "email" });
  });

  it("is decided by admins alone", async () => {
    const manager = await aPerson("manager");
    const given = { name: "Eve", email: "eve@let-in.example", role: "admin" } as const;
    await expect(addPerson(manager, given, now)).rejects.toThrow(NotAllowed);
  });

  it("is called as an admin corrects it, the first admin too, whom the start names by address", async () => {
    await addFirstAdmin(start, "unnamed@let-in.example", now);
    const [row] = await db.select().from(person).where(eq(person.email, "unnamed@let-in.example"));
    const given = { personId: row?.id ?? "", name: "Una Medd" };
    const admin = await aPerson("admin");
    expect(await renamePerson(admin, given, now)).toMatchObject({ ok: true });
    const [after] = await db.select().from(person).where(eq(person.id, given.personId));
    expect(after).toMatchObject({ name: "Una Medd", email: "unnamed@let-in.example" });
    const [change] = await db.select().from(history).where(eq(history.verb, "renamed"));
    expect(change).toMatchObject({ subjectId: given.personId, before: { name: row?.name } });

    const manager = await aPerson("manager");
    await expect(renamePerson(manager, given, now)).rejects.toThrow(NotAllowed);
    const nobody = { personId: crypto.randomUUID(), name: "Nobody" };
    expect(await renamePerson(admin, nobody, now)).toMatchObject({ ok: false });
  });

  it("starts with one admin from the environment, who stays as admins made them since", async () => {
    await addFirstAdmin(start, "First@let-in.example", now);
    await db
      .update(person)
      .set({ role: "manager" })
      .where(eq(person.email, "first@let-in.example"));
    await addFirstAdmin(start, "first@let-in.example", now);
    const rows = await db.select().from(person).where(eq(person.email, "first@let-in.example"));
    expect(rows).toMatchObject([{ role: "manager" }]);
  });
});
