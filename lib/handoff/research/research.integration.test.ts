import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { research } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { answerResearch } from "./commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");

describe("A.4, R.2 what a rep did before the first attempt", () => {
  it("is kept once a handoff, the last answer counting, by its rep alone", async () => {
    const rep = await aPerson("rep", { territory: ["NO"] });
    const ops = await aPerson("marketing_ops");
    const leadId = await aLead(now);
    await evaluate(leadId, now);
    await document(ops, leadId, now);
    const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
    const handoffId = row?.handoffId ?? "";
    const said = { handoffId, lookedUp: true, fieldIds: ["C2.2", "C2.2"], minutes: 5 } as const;
    expect(await answerResearch(rep, { handoffId, lookedUp: false }, now)).toEqual({ ok: true });
    expect(await answerResearch(rep, said, now)).toEqual({ ok: true });
    const stored = await db.select().from(research).where(eq(research.handoffId, handoffId));
    expect(stored).toMatchObject([{ lookedUp: true, fieldIds: ["C2.2"], minutes: 5 }]);

    const stranger = await aPerson("rep", { territory: ["JP"] });
    expect(await answerResearch(stranger, said, now)).toMatchObject({ ok: false });
    await expect(answerResearch(ops, said, now)).rejects.toThrow(NotAllowed);
  });
});
