import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { importRun } from "@/db/schema/import";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { carryOn, isUnderWay, resumeImports } from "./background";
import { countsOf, openRun } from "./commands";
import { type PlannedImport, plannedImport } from "./input";
import { planFile } from "./plan-file";
import { previewUpload } from "./preview";
import { importRunById } from "./queries";
import { goOn, startImport } from "./start";
import { findUpload, removeUpload, storeUpload, UPLOAD_LIMIT, UploadTooLarge } from "./uploads";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}

const people = (tag: string, count: number) =>
  [
    "Mail,Vorname,Colour",
    ...Array.from({ length: count }, (_, n) => `p${n}@${tag}.example,Ada,red`),
  ].join("\n");

const planned = (file: string, ...fields: string[]): PlannedImport =>
  plannedImport.parse({
    file,
    target: "leads",
    ...Object.fromEntries(fields.map((field, place) => [`column-${place}`, field])),
  });

/** Waits for the import that this process carries on. */
async function ended(viewer: Viewer, id: string) {
  const run = await importRunById(viewer, id);
  if (!run) throw new Error("There is no such import.");
  if (isUnderWay(id)) await carryOn(run);
  return importRunById(viewer, id);
}

describe("K.1 a file that was uploaded", () => {
  it("is shown as it is understood, started as it was said, and removed when it is in", async () => {
    const ops = await aPerson("marketing_ops");
    const { fileHash } = await storeUpload(bytes(people("page", 3)), "page.csv");
    const preview = await previewUpload(ops, fileHash, undefined);
    expect(preview).toMatchObject({ fileName: "page.csv", target: "leads", gap: null });
    expect(preview?.columns[0]).toEqual({
      header: "Mail",
      field: "email",
      why: "by its name",
      examples: ["p0@page.example", "p1@page.example", "p2@page.example"],
    });
    const started = await startImport(ops, planned(fileHash, "email", "firstName", ""), now);
    if (!started.ok) throw new Error(started.reason);
    const run = await ended(ops, started.value.id);
    expect(run && countsOf(run)).toMatchObject({ new: 3, refused: 0 });
    expect(run).toMatchObject({ state: "done", startedBy: ops.name });
    expect(await findUpload(fileHash)).toBeNull();
  });

  it("is refused in words where its columns cannot be meant so", async () => {
    const ops = await aPerson("marketing_ops");
    const { fileHash } = await storeUpload(bytes(people("words", 1)), "words.csv");
    const start = (...fields: string[]) => startImport(ops, planned(fileHash, ...fields), now);
    expect(await start("email", "email")).toEqual({
      ok: false,
      reason: "Two columns are mapped to Email address.",
      field: "column-1",
    });
    expect(await start("", "firstName")).toMatchObject({
      reason: expect.stringContaining(
        "No column is mapped to Email address or Id in the other system",
      ),
    });
    expect(await start("mailbox")).toMatchObject({
      reason: expect.stringContaining("no field 'mailbox'"),
    });
    await removeUpload(fileHash);
    expect(await start("email")).toMatchObject({
      reason: expect.stringContaining("no longer here"),
    });
    await expect(startImport(await aPerson("rep"), planned(fileHash), now)).rejects.toThrow(
      NotAllowed,
    );
  });

  it("goes on by itself when the server starts again", async () => {
    const ops = await aPerson("marketing_ops");
    const { path, fileHash } = await storeUpload(bytes(people("restart", 300)), "restart.csv");
    const plan = await planFile(path, "restart.csv", { overrides: [] });
    if (!plan.ok) throw new Error(plan.reason);
    // Begun, and then the server was killed: nobody carries it on.
    const run = await openRun(ops, plan.start, now);
    await resumeImports();
    const done = await ended(ops, run.id);
    expect(done).toMatchObject({ state: "done", rowsNew: 300, rowsRead: 300 });
    const rows = await db.select().from(lead).where(sql`${lead.email} like '%@restart.example'`);
    expect(rows).toHaveLength(300);
    expect(await findUpload(fileHash)).toBeNull();
  });

  it("says so when it is gone, and goes on when somebody brings it back", async () => {
    const ops = await aPerson("marketing_ops");
    const text = people("gone", 2);
    const { path, fileHash } = await storeUpload(bytes(text), "gone.csv");
    const plan = await planFile(path, "gone.csv", { overrides: [] });
    if (!plan.ok) throw new Error(plan.reason);
    const run = await openRun(ops, plan.start, now);
    await removeUpload(fileHash);
    await carryOn(run);
    const [stopped] = await db.select().from(importRun).where(eq(importRun.id, run.id));
    expect(stopped).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("no longer here"),
    });
    expect(await goOn(ops, { id: run.id }, now)).toMatchObject({ ok: false });

    await storeUpload(bytes(text), "gone.csv");
    expect(await goOn(ops, { id: run.id }, now)).toMatchObject({ ok: true });
    expect(await ended(ops, run.id)).toMatchObject({ state: "done", failure: null, rowsNew: 2 });
  });

  it("is not kept at all when it is larger than the limit", async () => {
    async function* tooMuch() {
      const part = new Uint8Array(UPLOAD_LIMIT / 2 + 1);
      yield part;
      yield part;
    }
    await expect(storeUpload(tooMuch(), "large.csv")).rejects.toThrow(UploadTooLarge);
  });
});
