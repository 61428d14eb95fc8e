import { describe, expect, it } from "vitest";
import { CRM_MATCH_FRESH_DAYS, crmMatchDoubt } from "./crm-match";

const now = new Date("2026-06-03T10:00:00Z");
const checked = (days: number) => ({
  value: "none",
  source: "crm" as const,
  verified: true,
  obtainedAt: new Date(now.getTime() - days * 86_400_000).toISOString(),
});

describe("C2.5 a CRM match is as good as its age", () => {
  it("is fresh for a while, and then to be looked up again", () => {
    expect(crmMatchDoubt(checked(0), now)).toBeNull();
    expect(crmMatchDoubt(checked(CRM_MATCH_FRESH_DAYS), now)).toBeNull();
    expect(crmMatchDoubt(checked(CRM_MATCH_FRESH_DAYS + 0.01), now)).toContain("30 days");
  });
});
