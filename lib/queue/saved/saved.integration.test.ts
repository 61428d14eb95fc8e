import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { history } from "@/db/schema/history";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { deleteView, openWith, renameView, saveView } from "./commands";
import { newViewInput } from "./input";
import { savedViews } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
let rep: Viewer;
let other: Viewer;

beforeAll(async () => {
  rep = await aPerson("rep");
  other = await aPerson("rep");
});

async function saved(viewer: Viewer, name: string): Promise<string> {
  const outcome = await saveView(viewer, { name, query: "list=open&only=rising" }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

describe("Q.1 saved views", () => {
  it("are kept under a name, renamed and deleted, each with its history", async () => {
    const viewId = await saved(rep, "Rising");
    expect(await renameView(rep, { viewId, name: "Going up" }, now)).toMatchObject({ ok: true });
    expect(await savedViews(rep)).toEqual([
      { id: viewId, name: "Going up", query: "list=open&only=rising", opens: false },
    ]);
    expect(await deleteView(rep, { viewId }, now)).toMatchObject({ ok: true });
    expect(await savedViews(rep)).toEqual([]);
    const told = await db.select().from(history).where(eq(history.subjectId, rep.id));
    expect(told.map(({ verb }) => verb)).toEqual(["saved view", "renamed view", "deleted view"]);
  });

  it("have one name each, whatever its case", async () => {
    await saved(rep, "Tier 1");
    const viewId = await saved(rep, "Norway");
    expect(await saveView(rep, { name: "TIER 1", query: "" }, now)).toMatchObject({
      field: "name",
    });
    expect(await renameView(rep, { viewId, name: "tier 1" }, now)).toMatchObject({ field: "name" });
    expect(await renameView(rep, { viewId, name: "NORWAY" }, now)).toMatchObject({ ok: true });
    await saved(other, "Tier 1");
  });

  it("open the queue, one at a time or none", async () => {
    const [one, two] = [await saved(rep, "One"), await saved(rep, "Two")];
    await openWith(rep, { viewId: one }, now);
    await openWith(rep, { viewId: two }, now);
    const opening = async () => (await savedViews(rep)).filter(({ opens }) => opens);
    expect((await opening()).map(({ id }) => id)).toEqual([two]);
    expect(await openWith(rep, { viewId: crypto.randomUUID() }, now)).toMatchObject({ ok: false });
    expect((await opening()).map(({ id }) => id)).toEqual([two]);
    await openWith(rep, {}, now);
    expect(await opening()).toEqual([]);
  });

  it("are nobody else's: they do not exist for another, nor for who has no queue", async () => {
    const viewId = await saved(rep, "Mine");
    const missing = { ok: false, reason: "There is no such view." };
    expect(await renameView(other, { viewId, name: "Theirs" }, now)).toMatchObject(missing);
    expect(await deleteView(other, { viewId }, now)).toMatchObject(missing);
    expect(await openWith(other, { viewId }, now)).toMatchObject(missing);
    expect((await savedViews(other)).map(({ name }) => name)).not.toContain("Mine");
    const manager = await aPerson("manager");
    await expect(savedViews(manager)).rejects.toThrow(NotAllowed);
    await expect(saveView(manager, { name: "All", query: "" }, now)).rejects.toThrow(NotAllowed);
  });

  it("keep what the queue knows of an address, and no more", () => {
    const query = "only=rising,password&sort=-score&columns=left&cursor=123&evil=<script>";
    expect(newViewInput.parse({ name: " Rising ", query })).toEqual({
      name: "Rising",
      query: "list=open&only=rising&sort=-score&columns=left",
    });
    expect(newViewInput.safeParse({ name: "  ", query }).success).toBe(false);
  });
});
