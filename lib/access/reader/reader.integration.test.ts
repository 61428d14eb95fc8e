import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { history } from "@/db/schema/history";
import { testDatabase } from "@/db/testing/database";
import { noteAbsence } from "@/lib/sla/hours/commands";
import { hoursOf } from "@/lib/sla/hours/queries";
import { addPerson } from "../people/commands";
import { NotAllowed } from "../permissions";
import { personByEmail, viewerOf } from "../queries";
import type { Viewer } from "../viewer";
import { adoptReader, setReader } from "./commands";
import { personsReaderInput, readerInput } from "./input";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
let admin: Viewer;

beforeAll(async () => {
  admin = await aPerson("admin");
});

/** Somebody whom an admin let in, as they first sign in. */
async function newcomer(name: string): Promise<Viewer> {
  const email = `${name}@times.example`;
  await addPerson(admin, { name, email, role: "rep" }, now);
  const found = await personByEmail(email);
  const viewer = found && (await viewerOf(found.id, found.sessionVersion));
  if (!viewer) throw new Error("Nobody was let in.");
  return viewer;
}
const asNow = async ({ id }: Viewer) => {
  const viewer = await viewerOf(id, 1);
  if (!viewer) throw new Error("They are gone.");
  return viewer;
};
const oslo = { timeZone: "Europe/Oslo", locale: "nb-NO" };
const tokyo = { timeZone: "Asia/Tokyo", locale: "ja-JP" };

describe("where somebody is and how they read", () => {
  it("is taken from their browser once, when nobody said it before", async () => {
    const rep = await newcomer("astrid");
    expect(rep).toMatchObject({ timeZone: "UTC", readerSet: false });
    expect(await adoptReader(rep, oslo, now)).toEqual({ ok: true, value: { adopted: true } });
    expect(await asNow(rep)).toMatchObject({ ...oslo, readerSet: true });
    // On a journey the browser says another zone; where they work stays.
    expect(await adoptReader(rep, tokyo, now)).toEqual({ ok: true, value: { adopted: false } });
    expect(await asNow(rep)).toMatchObject(oslo);
  });

  it("is theirs to set, and an admin's, and goes for their hours and days away", async () => {
    const rep = await newcomer("haruto");
    await setReader(rep, { personId: rep.id, ...oslo }, now);
    await setReader(admin, { personId: rep.id, ...tokyo }, now);
    const moved = await asNow(rep);
    expect(moved).toMatchObject({ ...tokyo, calendar: { timeZone: "Asia/Tokyo" } });
    await noteAbsence(
      moved,
      { personId: rep.id, first: "2026-06-04", last: "2026-06-04", words: "" },
      now,
    );
    const [away] = (await hoursOf(moved, [rep.id], now)).get(rep.id)?.absences ?? [];
    expect(away).toMatchObject({
      startsAt: new Date("2026-06-03T15:00:00Z"),
      endsAt: new Date("2026-06-04T15:00:00Z"),
    });
    const told = await db.select().from(history).where(eq(history.subjectId, rep.id));
    expect(told.filter(({ verb }) => verb === "set times")).toMatchObject([
      { actorId: rep.id, after: oslo },
      { actorId: admin.id, before: oslo, after: tokyo },
    ]);
  });

  it("is nobody else's to set", async () => {
    const rep = await newcomer("noor");
    const manager = await aPerson("manager");
    const set = setReader(manager, { personId: rep.id, ...oslo }, now);
    await expect(set).rejects.toThrow(NotAllowed);
    expect(await asNow(rep)).toMatchObject({ timeZone: "UTC", readerSet: false });
  });

  it("is a zone with a calendar of its own and a language that can be written in", () => {
    for (const timeZone of ["UTC", "Asia/Calcutta", "Asia/Kolkata", "America/Argentina/Salta"])
      expect(readerInput.safeParse({ timeZone, locale: "en-GB" }).success).toBe(true);
    expect(readerInput.parse({ timeZone: "Asia/Calcutta", locale: "en-IN" }).timeZone).toBe(
      "Asia/Kolkata",
    );
    for (const timeZone of ["", "+02:00", "Middle-earth/Shire"])
      expect(readerInput.safeParse({ timeZone, locale: "en-GB" }).error?.issues).toMatchObject([
        { path: ["timeZone"], message: "Choose a time zone." },
      ]);
    for (const locale of ["", "no such", "tlh-KX"])
      expect(readerInput.safeParse({ timeZone: "UTC", locale }).error?.issues[0]?.path).toEqual([
        "locale",
      ]);
    expect(personsReaderInput.safeParse({ ...oslo, personId: "me" }).success).toBe(false);
  });
});
