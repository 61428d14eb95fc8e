import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { importReject, importRun } from "@/db/schema/import";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor } from "@/lib/access/viewer";
import { countsOf, importChunk, openRun } from "./commands";
import { identityOf } from "./file";
import type { Said } from "./plan";
import { planFile } from "./plan-file";
import { importRuns } from "./queries";
import { rehearse } from "./rehearse";
import { rejectsParts } from "./rejects-file";
import { columnsOf, readChunks, runImport } from "./run-import";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const clock = () => now;
const actor = systemActor("command line", "Tests");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-import-"));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function aFile(lines: readonly string[]): Promise<string> {
  files += 1;
  const path = join(folder, `file-${files}.csv`);
  await writeFile(path, lines.join("\n"));
  return path;
}

async function begin(path: string, said: Said = { overrides: [] }) {
  const planned = await planFile(path, basename(path), said);
  if (!planned.ok) throw new Error(planned.reason);
  return openRun(actor, planned.start, now);
}

async function imported(path: string, said?: Said) {
  return runImport(actor, await begin(path, said), path, clock);
}

const people = (count: number, tag: string) => [
  "Email,First name,Last name,Company",
  ...Array.from({ length: count }, (_, n) => `p${n}@${tag}.example,Ada,Byron,Engines Ltd`),
];

const leadsOf = (tag: string) =>
  db
    .select()
    .from(lead)
    .where(sql`${lead.email} like ${`%@${tag}.example`}`);

describe("K.1 a file of leads", () => {
  it("counts every row as exactly one of new, changed, unchanged and refused", async () => {
    const path = await aFile([
      "Email,First name,Last name,Title",
      "a@count.example,Ada,Byron,CTO",
      "a@count.example,Ada,Byron,CTO",
      "a@count.example,Ada,Byron,CEO",
      "not an address,Ada,Byron,CTO",
      "b@count.example,Grace",
    ]);
    const run = await imported(path);
    expect(countsOf(run)).toEqual({ new: 1, changed: 1, unchanged: 1, refused: 2 });
    expect(run).toMatchObject({ state: "done", rowsRead: 5, bytesRead: run.bytes });
    expect(await leadsOf("count")).toHaveLength(1);
  });

  it("goes on at the very next row after a kill, and counts none twice", async () => {
    const path = await aFile(people(600, "killed"));
    const killed = await begin(path);
    const chunks = readChunks(path, "leads", columnsOf(killed), 0, clock);
    const { value: first } = await chunks.next();
    if (!first) throw new Error("No rows");
    await importChunk(actor, killed, columnsOf(killed), first, now);
    await chunks.return(undefined);

    const again = await begin(path);
    expect(again).toMatchObject({ id: killed.id, rowsRead: 250 });
    const run = await runImport(actor, again, path, clock);
    expect(countsOf(run)).toEqual({ new: 600, changed: 0, unchanged: 0, refused: 0 });
    expect(await leadsOf("killed")).toHaveLength(600);
  });

  it("is taken in once when two processes work on it at the same time", async () => {
    const path = await aFile(people(600, "twice"));
    const [one, other] = await Promise.all([begin(path), begin(path)]);
    expect(one.id).toBe(other.id);
    const runs = await Promise.all([
      runImport(actor, one, path, clock),
      runImport(actor, other, path, clock),
    ]);
    for (const run of runs) expect(countsOf(run)).toMatchObject({ new: 600, unchanged: 0 });
  });

  it("imported again when it was done is a new run in which nothing changes", async () => {
    const path = await aFile(people(3, "again"));
    const first = await imported(path);
    const before = await leadsOf("again");
    const second = await imported(path);
    expect(second.id).not.toBe(first.id);
    expect(countsOf(second)).toEqual({ new: 0, changed: 0, unchanged: 3, refused: 0 });
    expect(await leadsOf("again")).toEqual(before);
  });

  it("tells what it would do, and keeps nothing of it", async () => {
    const path = await aFile([
      ...people(300, "rehearsed"),
      "p0@rehearsed.example,Ada,Byron,Engines Ltd",
      "nobody,Ada,Byron,Engines Ltd",
    ]);
    const planned = await planFile(path, "rehearsed.csv", { overrides: [] });
    if (!planned.ok) throw new Error(planned.reason);
    const refused: number[] = [];
    const { counts } = await rehearse(actor, planned.plan, path, clock, {
      progress: () => {},
      refused: ({ line }) => refused.push(line),
    });
    expect(counts).toEqual({ new: 300, changed: 0, unchanged: 1, refused: 1 });
    expect(refused).toEqual([303]);
    expect(await leadsOf("rehearsed")).toEqual([]);
    expect(countsOf(await imported(path))).toEqual(counts);
  });

  it("refuses a lead captured in the future", async () => {
    const run = await imported(
      await aFile(["Email,Create date", "late@future.example,2031-01-01"]),
    );
    const [reject] = await db.select().from(importReject).where(eq(importReject.runId, run.id));
    expect(reject).toMatchObject({ line: 2, column: "Create date", reason: "lies in the future" });
  });
});

describe("K.1 refused rows come back as a file to mend", () => {
  it("names line, column and reason, and takes the mended file", async () => {
    const path = await aFile([
      "Email;First name;Last name;Phone",
      "good@mend.example;Ada;Byron;=1+1",
      "bad@@mend.example;Grace;Hopper;=2+2",
      '"never closed;x;y;z',
    ]);
    const run = await imported(path);
    const parts: string[] = [];
    for await (const part of rejectsParts(actor, run)) parts.push(part);
    const text = parts.join("");
    expect(text).toContain("baton_line;baton_column;baton_reason;Email;First name;Last name;Phone");
    expect(text).toMatch(/^3;Email;.+;bad@@mend\.example;Grace;Hopper;'=2\+2\r$/m);
    expect(text).toMatch(/^4;Email;opens a quote that is never closed;/m);

    const mended = text.replace("bad@@", "mended@").split("\r\n").slice(0, 2);
    const again = await imported(await aFile(mended));
    expect(countsOf(again)).toMatchObject({ new: 1, refused: 0 });
    expect((await leadsOf("mend")).map(({ email }) => email).toSorted()).toEqual([
      "good@mend.example",
      "mended@mend.example",
    ]);
  });

  it("never keeps half a row: one that the database refuses costs itself and no neighbour", async () => {
    const known = await aLead(now, { email: "known@half.example" });
    // Whatever the database objects to: here a rule that only this test knows.
    const { owner } = testDatabase();
    await owner.execute(
      sql`alter table lead add constraint only_here check (email <> 'p7@half.example')`,
    );
    const run = await imported(await aFile(people(20, "half")));
    await owner.execute(sql`alter table lead drop constraint only_here`);
    expect(countsOf(run)).toEqual({ new: 19, changed: 0, unchanged: 0, refused: 1 });
    const [reject] = await db.select().from(importReject).where(eq(importReject.runId, run.id));
    expect(reject).toMatchObject({ line: 9, reason: "contradicts what is known already" });
    expect(await leadsOf("half")).toHaveLength(20);
    expect((await leadsOf("half")).map(({ id }) => id)).toContain(known);
  });
});

describe("K.1 a file of activities", () => {
  const header = "Email,Activity type,Activity date,Page,Title";
  const row = "ada@acts.example,Page viewed,2026-06-01 09:00:00,/pricing,";

  it("stores each once, also without an id of its own, and names the lead it does not know", async () => {
    await aLead(now, { email: "ada@acts.example" });
    const path = await aFile([
      header,
      row,
      "ada@acts.example,event_attended,2026-06-02,,Migrating without downtime",
      row,
      "nobody@acts.example,Page viewed,2026-06-01 09:00:00,/pricing,",
      "ada@acts.example,danced,2026-06-01 09:00:00,/pricing,",
    ]);
    const run = await imported(path);
    expect(run.target).toBe("activities");
    expect(countsOf(run)).toEqual({ new: 2, changed: 0, unchanged: 1, refused: 2 });
    const rejects = await db.select().from(importReject).where(eq(importReject.runId, run.id));
    expect(rejects.map(({ column }) => column).toSorted()).toEqual(["Activity type", "Email"]);
    expect(countsOf(await imported(path))).toMatchObject({ new: 0, unchanged: 3 });
  });
});

describe("who may import", () => {
  it("is nobody but marketing ops and admins", async () => {
    const rep = await aPerson("rep");
    await expect(importRuns(rep, 10)).rejects.toThrow(NotAllowed);
    const path = await aFile(people(1, "rep"));
    const identity = await identityOf(path);
    const start = { target: "leads" as const, mapping: {}, headers: [], delimiter: "," };
    const attempt = openRun(rep, { ...start, ...identity, fileName: "x.csv" }, now);
    await expect(attempt).rejects.toThrow(NotAllowed);
    const runs = await db
      .select()
      .from(importRun)
      .where(inArray(importRun.fileHash, [identity.fileHash]));
    expect(runs).toEqual([]);
  });
});
