import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { aLead } from "@/db/factories/leads";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { recordActivities } from "./commands";

const { appUrl } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const site = systemActor("connection", "Website");

describe("activities of a month that nobody has seen yet", () => {
  it("are all kept when many senders open the month at once", async () => {
    const leads = await Promise.all(Array.from({ length: 6 }, () => aLead(now)));
    const recorded = await Promise.all(
      leads.flatMap((leadId) =>
        ["2021-02", "2021-03", "2021-04"].map((month) =>
          recordActivities(
            site,
            [
              {
                id: randomUUID(),
                leadId,
                kind: "page_viewed",
                occurredAt: new Date(`${month}-11T10:00:00Z`),
                details: { path: "/pricing" },
              },
            ],
            { now, source: "Website" },
          ),
        ),
      ),
    );
    expect(recorded.every((one) => one.accepted === 1)).toBe(true);
  });

  it("open it once when sessions that never saw it meet", async () => {
    const sessions = Array.from({ length: 8 }, () => connect(appUrl, { max: 1 }));
    const open = sessions.map(({ db }) =>
      db.execute(sql`select baton_activity_month('2019-07-01Z')`),
    );
    const results = await Promise.allSettled(open);
    await Promise.all(sessions.map((session) => session.close()));
    expect(results.filter((result) => result.status === "rejected")).toEqual([]);
  });
});
