import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { connection } from "@/db/schema/connection";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { setPaused } from "@/lib/connections/commands";
import { changesBetween } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const from = new Date("2026-06-01T00:00:00Z");
const until = new Date("2026-06-04T00:00:00Z");

describe("A.6 what may explain a change of the rates", () => {
  it("is a connection that was changed, and a standard that took effect, in their time alone", async () => {
    const [admin, manager, rep] = [
      await aPerson("admin"),
      await aPerson("manager"),
      await aPerson("rep"),
    ];
    const [added] = await db
      .insert(connection)
      .values({ system: "clearbit", name: "Clearbit", createdAt: from, updatedAt: from })
      .returning({ id: connection.id });
    await setPaused(admin, { connectionId: added?.id ?? "", paused: true }, now);
    const paused = { at: now, words: "Clearbit paused" };
    expect(await changesBetween(manager, from, until)).toEqual([paused]);
    const first = { at: new Date("2000-01-01T00:00:00Z"), words: "standard 1 took effect" };
    const ever = await changesBetween(manager, new Date("1999-01-01T00:00:00Z"), until);
    expect(ever).toEqual([first, paused]);
    expect(await changesBetween(manager, until, new Date("2026-07-01T00:00:00Z"))).toEqual([]);
    await expect(changesBetween(rep, from, until)).rejects.toThrow(NotAllowed);
  });
});
