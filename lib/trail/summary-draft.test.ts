import { describe, expect, it } from "vitest";
import { draftSummary } from "./summary-draft";

const at = "2026-11-12T13:30:00.000Z";
const touch = (text: string, kind = "page_viewed", count = 1) => ({
  kind,
  text,
  count,
  firstAt: at,
  lastAt: at,
});
const ingrid = { name: "Ingrid Solberg", givenName: "Ingrid", company: "Nordlys Logistics" };
const pack = { text: "Asked for the security pack, a day after a second look at /pricing" };

describe("C3.9 the drafted summary", () => {
  it("says what set it off, what else there was, and what that points to", () => {
    const touchpoints = [
      touch("Read /integrations/sap 3 times, 5 min in all", "page_viewed", 3),
      touch("Attended ‘Migrating without downtime’", "event_attended"),
      touch("Read our comparison with Transporeon"),
    ];
    expect(draftSummary({ ...ingrid, touchpoints, trigger: pack })).toBe(
      "Ingrid Solberg of Nordlys Logistics asked for the security pack, a day after a second look at /pricing. Ingrid also attended ‘Migrating without downtime’ and read /integrations/sap 3 times and our comparison with Transporeon. Transporeon is being looked at as well.",
    );
  });

  it("does not tell twice what the trigger's sentence tells", () => {
    const touchpoints = [touch("Read /pricing twice"), touch("Downloaded ‘ROI sheet’")];
    const draft = draftSummary({ ...ingrid, touchpoints, trigger: pack });
    expect(draft).toContain("Ingrid also downloaded ‘ROI sheet’.");
    expect(draft?.match(/\/pricing/g)).toHaveLength(1);
  });

  it("names the page that keeps coming up", () => {
    const touchpoints = [touch("Read /pricing 4 times", "page_viewed", 4), touch("Attended ‘A’")];
    expect(draftSummary({ ...ingrid, touchpoints, trigger: null })).toBe(
      "Ingrid Solberg of Nordlys Logistics attended ‘A’. Ingrid also read /pricing 4 times. What keeps coming up is /pricing.",
    );
  });

  it("says so where there is nothing but the trigger", () => {
    const draft = draftSummary({
      name: null,
      company: "Acme Corp",
      touchpoints: [],
      trigger: pack,
    });
    expect(draft).toMatch(/^Someone at Acme Corp asked .+\. Nothing else stands out/);
  });

  it("says nothing where there is nothing to say", () => {
    expect(draftSummary({ ...ingrid, touchpoints: [], trigger: null })).toBeNull();
  });

  it("ends a sentence once, also after a question in quotation marks", () => {
    const touchpoints = [touch("Asked in the chat: “How does rollback work?”", "chat")];
    const draft = draftSummary({ ...ingrid, touchpoints, trigger: null });
    expect(draft).toContain("“How does rollback work?” Nothing else");
  });
});
