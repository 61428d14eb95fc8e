import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { testDatabase } from "@/db/testing/database";
import { release } from "./commands";

const { db, owner } = testDatabase();
const now = new Date();
const minutesAgo = (count: number) => new Date(now.getTime() - count * 60_000);

/** A second version as strict as the first, in force for so long by the database's clock. */
const inForceSince = (since: Date) =>
  owner.execute(sql`
    insert into standard_version (version, effective_from, gates, requirements)
    select 2, ${since.toISOString()}::timestamptz, gates, requirements
    from standard_version where version = 1`);

const tried = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: Error) => String((error.cause as { constraint_name?: string })?.constraint_name),
  );

describe("G.3 D.2 a handoff is judged by the standard in force, whatever date it is given", () => {
  it("refuses the application's role a date before it", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep");
    const id = await aLead(minutesAgo(60));
    await document(ops, id, minutesAgo(60));
    await release(ops, { leadId: id }, minutesAgo(60));
    const [given] = await db.select().from(handoff);
    if (!given) throw new Error("Not released");
    const { id: _, warm: __, ...copy } = given;
    await inForceSince(minutesAgo(30));
    expect(await tried(db.insert(handoff).values(copy))).toBe("gate_standard");
    const dated = { ...copy, routedAt: minutesAgo(31), standardVersion: 1 };
    expect(await tried(db.insert(handoff).values(dated))).toBe("gate_standard");
    const claimed = { ...copy, routedAt: now, standardVersion: 1 };
    expect(await tried(db.insert(handoff).values(claimed))).toBe("gate_standard");
    const honest = { ...copy, routedAt: now, standardVersion: 2 };
    expect(await tried(db.insert(handoff).values(honest))).toBe("accepted");
  });
});
