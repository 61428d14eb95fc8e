import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { count, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { countsOf, openRun } from "./commands";
import type { Said } from "./plan";
import { planFile } from "./plan-file";
import { runImport } from "./run-import";

const { db } = testDatabase();
const clock = () => new Date("2026-06-03T10:00:00Z");
const actor = systemActor("command line", "Tests");
const LEADS = 8_000;
const DEALS = 842;

const REAL = {
  leads: resolve("../shared/data/olist_marketing_qualified_leads_dataset.csv"),
  deals: resolve("../shared/data/olist_closed_deals_dataset.csv"),
};
const paths = { ...REAL };
let folder = "";

/** Where the real files do not lie beside the repository, files of their columns and size. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-real-shape-"));
  if (existsSync(REAL.leads)) return;
  const id = (of: string) => createHash("md5").update(of).digest("hex");
  const origins = ["social", "paid search", "organic search", "unknown", ""];
  const leads = Array.from(
    { length: LEADS },
    (_, n) =>
      `${id(`lead ${n}`)},2018-02-0${1 + (n % 9)},${id(`page ${n % 40}`)},${origins[n % 5]}`,
  );
  const deals = Array.from(
    { length: DEALS },
    (_, n) => `${id(`lead ${n * 9}`)},${id(`seller ${n}`)},2018-03-01 10:00:00,pet,0.0`,
  );
  paths.leads = join(folder, "leads.csv");
  paths.deals = join(folder, "deals.csv");
  await writeFile(
    paths.leads,
    ["mql_id,first_contact_date,landing_page_id,origin", ...leads].join("\n"),
  );
  await writeFile(
    paths.deals,
    ["mql_id,seller_id,won_date,business_segment,declared_monthly_revenue", ...deals].join("\n"),
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function imported(path: string, said: Said) {
  const planned = await planFile(path, "real.csv", said);
  if (!planned.ok) throw new Error(planned.reason);
  const run = await openRun(actor, planned.start, clock());
  return countsOf(await runImport(actor, run, path, clock));
}

const leads = () =>
  imported(paths.leads, {
    overrides: ["mql_id=externalId", "origin=channel", "first_contact_date=capturedAt"],
  });
const deals = () =>
  imported(paths.deals, {
    target: "outcomes",
    overrides: ["mql_id=externalId", "won_date=wonAt"],
  });

/** One digest for each table of the product, to the last byte; its imports and their log aside. */
async function digests() {
  const tables = [
    "lead",
    "lead_field",
    "lead_identity",
    "company",
    "enrichment_attempt",
    "outcome",
  ];
  const found = await Promise.all(
    tables.map((name) =>
      db.execute(
        sql`select count(*), md5(string_agg(md5(t::text), '' order by md5(t::text))) from ${sql.identifier(name)} t`,
      ),
    ),
  );
  const told = await db.execute(sql`select count(*) from history where subject = 'lead'`);
  return [...found.map(([row]) => row), told[0]];
}

describe("K.1 real input: thousands of pseudonymous leads and the deals they became", () => {
  it("G.1 accounts for every row, routes none, holds each with its missing fields named", async () => {
    expect(await leads()).toEqual({ new: LEADS, changed: 0, unchanged: 0, refused: 0 });
    const states = await db
      .select({
        status: lead.status,
        unnamed: sql<number>`sum((missing = '{}')::int)::int`,
        leads: count(),
      })
      .from(lead)
      .groupBy(lead.status);
    expect(states).toEqual([{ status: "pending_enrichment", unnamed: 0, leads: LEADS }]);
    expect(await db.select().from(handoff)).toEqual([]);
    const [dates] = await db.execute(sql`select max(captured_at) as latest from lead`);
    expect(String(dates?.latest)).toMatch(/^2018-/);

    expect(await deals()).toEqual({ new: DEALS, changed: 0, unchanged: 0, refused: 0 });
    const before = await digests();
    expect(await leads()).toEqual({ new: 0, changed: 0, unchanged: LEADS, refused: 0 });
    expect(await deals()).toEqual({ new: 0, changed: 0, unchanged: DEALS, refused: 0 });
    expect(await digests()).toEqual(before);
  }, 120_000);
});
