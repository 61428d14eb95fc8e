import { describe, expect, it } from "vitest";
import { planImport } from "./plan";

const plan = (headers: string[], said: Partial<Parameters<typeof planImport>[1]> = {}) =>
  planImport({ headers, sample: [] }, { overrides: [], ...said });
const target = (headers: string[], overrides: string[] = []) => {
  const answer = plan(headers, { overrides });
  return answer.ok ? answer.plan.target : answer.reason;
};

describe("K.1 what a file holds is seen from its columns", () => {
  it.each([
    ["leads", ["Email", "First name", "Company"]],
    ["leads", ["mql_id", "first_contact_date", "landing_page_id", "origin"]],
    ["leads", ["Email", "First name", "Close date"]],
    ["activities", ["Email", "Activity type", "Activity date", "Page"]],
    ["outcomes", ["mql_id", "seller_id", "won_date", "business_segment"]],
  ])("%s: %s", (expected, headers) => {
    expect(target(headers)).toBe(expected);
  });

  it("goes by the fields that were named", () => {
    expect(target(["who", "when"], ["who=email", "when=wonAt"])).toBe("outcomes");
  });
});

describe("a plan that cannot work is refused by name", () => {
  it("names the column, the field, and what no column fills", () => {
    expect(target(["Email"], ["Mail=email"])).toContain("no column 'Mail'");
    expect(target(["Email"], ["Email=mailbox"])).toContain("no field 'mailbox'");
    expect(target(["Colour"])).toBe(
      "No column is mapped to email or externalId, and leads cannot be imported without it.",
    );
    expect(plan(["Email"], { target: "outcomes" })).toEqual({
      ok: false,
      reason:
        "No column is mapped to wonAt or opportunityAt, and outcomes cannot be imported without it.",
    });
  });
});
