import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "../permissions";
import { hasAdmin, personByEmail } from "../queries";
import { systemActor } from "../viewer";
import { addFirstAdmin, addPerson } from "./commands";

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
