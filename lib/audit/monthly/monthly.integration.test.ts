import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { handedOff } from "@/db/factories/handoffs";
import { aPerson } from "@/db/factories/people";
import { connection } from "@/db/schema/connection";
import { notice, noticeChoice, noticeDelivery } from "@/db/schema/notice";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { messageOf } from "@/lib/notices/message";
import { factsOf } from "@/lib/notices/sending/judged";
import { deliveryToSend } from "@/lib/notices/sending/queries";
import { tellMonth } from "./commands";

const { db } = testDatabase();
const job = systemActor("job", "Trends");
const november = new Date("2026-11-01T00:11:00Z");

let manager: Viewer;

describe("A.6 the monthly summary", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await aPerson("rep");
    manager = await aPerson("manager");
    await handedOff(await aPerson("marketing_ops"), 4, new Date("2026-10-14T10:00:00Z"));
    const at = november;
    const [mail] = await db
      .insert(connection)
      .values({ system: "smtp", name: "Mail", createdAt: at, updatedAt: at })
      .returning({ id: connection.id });
    const choice = { personId: manager.id, connectionId: mail?.id ?? "" };
    await db.insert(noticeChoice).values({ ...choice, kind: "monthly_summary" });
  });

  it("comes once a month, however often it is asked and by however many", async () => {
    const told = await Promise.all([tellMonth(job, november), tellMonth(job, november)]);
    expect(Math.max(...told)).toBe(1);
    expect(await tellMonth(job, new Date("2026-11-02T09:11:00Z"))).toBe(0);
    const notices = await db.select().from(notice).where(eq(notice.personId, manager.id));
    expect(notices).toMatchObject([{ kind: "monthly_summary", occasion: "2026-10", leadId: null }]);
    const deliveries = await db.select().from(noticeDelivery);
    expect(deliveries).toHaveLength(1);
    const row = await deliveryToSend(job, deliveries[0]?.id ?? "");
    if (!row) throw new Error("There is nothing to send.");
    const message = messageOf(row.kind, factsOf(row, row.person, november), row.person, {
      ...{ id: row.id, base: "https://baton.example", at: november },
    });
    expect(message.title).toBe("Completeness in Oct 2026");
    expect(message.lines[0]).toMatch(/^4 handoffs; 0 in Sept? 2026\.$/);
    expect(message.link.url).toBe("https://baton.example/audit/trends?per=month");
  });

  it("is not told of a month without a handoff, nor of one that is long over", async () => {
    expect(await tellMonth(job, new Date("2026-12-01T00:11:00Z"))).toBe(0);
    await aPerson("manager");
    expect(await tellMonth(job, new Date("2026-11-20T00:11:00Z"))).toBe(0);
    expect(await tellMonth(job, new Date("2026-11-03T00:11:00Z"))).toBe(1);
  });
});
