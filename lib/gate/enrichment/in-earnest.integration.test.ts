import { readFileSync } from "node:fs";
import { and, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { enrichmentStep } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { saveSteps } from "@/lib/enrichment/commands";
import { readDirectory } from "@/lib/enrichment/directory/file";
import { captureLeads } from "@/lib/intake/commands";
import { type RunningJobs, runJobs } from "@/lib/platform/jobs/runner";
import { idleHandlers } from "@/lib/platform/jobs/testing/idle";
import { enrichmentHandlers } from "./handlers";

const { db } = testDatabase();
const actor = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");

async function rowOf(id: string) {
  const [row] = await db.select().from(lead).where(eq(lead.id, id));
  if (!row) throw new Error("No such lead.");
  return row;
}

describe("G.2 at capture, in earnest", () => {
  let jobs: RunningJobs;
  beforeEach(async () => {
    await db.update(enrichmentStep).set({ enabled: false }).where(sql`provider <> 'directory'`);
    const handlers = enrichmentHandlers(() => new Date());
    jobs = await runJobs({ ...idleHandlers(), ...handlers });
  });
  afterEach(() => jobs.stop());

  it("is held at once, and routed by itself when the chain has completed it", async () => {
    await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
    const { email, given, family } = someoneTheDirectoryKnows();
    const at = new Date();
    const [captured] = await captureLeads(
      actor,
      [
        {
          input: { email, firstName: given, lastName: family, company: "As typed" },
          source: "form",
          provider: "Tests",
        },
      ],
      at,
    );
    const id = captured?.leadId ?? "";
    expect((await rowOf(id)).status).toBe("pending_enrichment");
    await evaluate(id, at);
    const status = async () => (await rowOf(id)).status;
    await expect.poll(status, { timeout: 10_000 }).toBe("routed");
    expect(await db.select().from(handoff).where(eq(handoff.leadId, id))).toHaveLength(1);
  });
});

/** A person of the demonstration's directory about whom it knows all that the gate wants. */
function someoneTheDirectoryKnows() {
  const companies = readDirectory(readFileSync("db/seed/company-directory.json", "utf8"));
  for (const company of companies) {
    if (!company.crm || !company.employees || !company.industry || company.catchAll) continue;
    if (!company.acceptsMail) continue;
    for (const person of company.people)
      if (person.title && person.phone && person.linkedin && person.deliverable !== false)
        return person;
  }
  throw new Error("The directory knows nobody well enough.");
}

describe("G.2 the chain is an admin's to change", () => {
  it("takes order, limits and fills, and refuses by name what a step cannot fill", async () => {
    const admin = await aPerson("admin");
    const ops = await aPerson("marketing_ops");
    const [step] = await db
      .select()
      .from(enrichmentStep)
      .where(and(eq(enrichmentStep.provider, "directory"), eq(enrichmentStep.lookup, "company")));
    if (!step) throw new Error("Every database begins with the directory's steps.");
    const { id, position, enabled, timeLimitMs, cacheDays, fills } = step;
    const change = { id, position: position + 10, enabled, timeLimitMs, cacheDays, fills };
    await expect(saveSteps(ops, { steps: [change] }, now)).rejects.toThrow("connect systems");
    const wrong = { ...change, fills: { "C1.2": "override" as const } };
    expect(await saveSteps(admin, { steps: [wrong] }, now)).toEqual({
      ok: false,
      reason: "Company directory cannot fill Job title.",
      field: "fills",
    });
    const slow = { ...change, timeLimitMs: 31_000 };
    expect(await saveSteps(admin, { steps: [slow] }, now)).toMatchObject({ field: "timeLimitMs" });
    expect(await saveSteps(admin, { steps: [change] }, now)).toMatchObject({ ok: true });
    const [after] = await db.select().from(enrichmentStep).where(eq(enrichmentStep.id, id));
    expect(after?.position).toBe(position + 10);
  });
});
