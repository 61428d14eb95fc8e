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
const pack = { text: "Asked for the security pack, a day after a second look at pricing" };

describe("C3.9 the drafted summary", () => {
  it("says what set it off, what else there was, and what that points to", () => {
    const touchpoints = [
      touch("Read /integrations/sap 3 times, 5 min in all", "page_viewed", 3),
      touch("Attended ‘Migrating without downtime’", "event_attended"),
      touch("Read our comparison with Transporeon"),
    ];
    expect(draftSummary({ ...ingrid, touchpoints, trigger: pack })).toBe(
      "Ingrid Solberg of Nordlys Logistics asked for the security pack, a day after a second look at pricing. Ingrid also attended ‘Migrating without downtime’ and read the SAP integration page 3 times. Ingrid is comparing us with Transporeon.",
    );
  });

  it("does not tell twice what the trigger's sentence tells", () => {
    const touchpoints = [touch("Read /pricing twice"), touch("Downloaded ‘ROI sheet’")];
    const draft = draftSummary({ ...ingrid, touchpoints, trigger: pack });
    expect(draft).toContain("Ingrid also downloaded ‘ROI sheet’.");
    expect(draft?.match(/pricing/g)).toHaveLength(1);
  });

  it("puts first what happened more often, each page by the words for it", () => {
    const touchpoints = [
      touch("Read /docs/sso"),
      touch("Read /pricing 4 times, 6 min in all", "page_viewed", 4),
      touch("Attended ‘A’"),
    ];
    expect(draftSummary({ ...ingrid, touchpoints, trigger: null })).toBe(
      "Ingrid Solberg of Nordlys Logistics attended ‘A’. Ingrid also read the pricing page 4 times and the docs on SSO.",
    );
  });

  it("says who that is and which of the company's tools the trail names", () => {
    const facts = {
      jobTitle: "VP Operations",
      employees: { atLeast: 1_000, atMost: 5_000 },
      industry: "Logistics, cold chain",
      techStack: ["Salesforce", "SAP S/4HANA"],
    };
    const touchpoints = [touch("Read /integrations/sap twice", "page_viewed", 2)];
    expect(draftSummary({ ...ingrid, facts, touchpoints, trigger: pack })).toBe(
      "Ingrid Solberg, VP Operations at Nordlys Logistics (logistics, cold chain, 1,000–5,000 employees), asked for the security pack, a day after a second look at pricing. Ingrid also read the SAP integration page twice. Nordlys Logistics runs SAP S/4HANA.",
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

  it("says how far back nothing else was found, as the settings have it", () => {
    const draft = draftSummary({ ...ingrid, touchpoints: [], trigger: pack, windowDays: 60 });
    expect(draft).toMatch(/Nothing else stands out in the last 60 days\.$/);
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
