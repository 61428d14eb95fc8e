import { describe, expect, it } from "vitest";
import { opener } from "./opener";

const touch = (text: string, lastAt = "2026-11-12T13:30:00.000Z", kind = "x") => ({
  kind,
  text,
  count: 1,
  firstAt: lastAt,
  lastAt,
});
const trigger = (act: string) => ({
  at: new Date("2026-11-20T10:00:00.000Z"),
  text: `${act}, a day after a look at /pricing`,
  act,
});

describe("Q.3 what to say", () => {
  it("ties what the lead asked for to what it did before", () => {
    const touchpoints = [touch("Attended ‘Migrating without downtime’")];
    expect(opener({ touchpoints, trigger: trigger("Asked for the security pack") })).toBe(
      "You attended ‘Migrating without downtime’, and then asked for the security pack. Who has to sign off on security at your end?",
    );
  });

  it("does not claim an order that was not", () => {
    const touchpoints = [touch("Attended ‘Migrating’", "2026-11-20T12:00:00.000Z")];
    expect(opener({ touchpoints, trigger: trigger("Asked for a demo") })).toBe(
      "You asked for a demo. What would you like to see first?",
    );
  });

  it("offers to show the system that was read about to whoever asks for a demo", () => {
    const touchpoints = [
      touch("Read /integrations/sap twice, 1 min 30 s in all"),
      touch("Read /api"),
    ];
    expect(opener({ touchpoints, trigger: trigger("Asked for a demo") })).toBe(
      "You asked for a demo. Shall we start with the SAP integration?",
    );
    expect(opener({ touchpoints, trigger: trigger("Asked for a pilot") })).toContain("prove");
  });

  it("leaves out what came before, where it is given the whole sentence", () => {
    const text = "Asked for a quote, three days after a second look at /pricing";
    expect(opener({ touchpoints: [], trigger: { text } })).toMatch(/^You asked for a quote\. Is/);
  });

  it("speaks of a page as one does aloud", () => {
    expect(opener({ touchpoints: [], trigger: trigger("Read /integrations/sap") })).toBe(
      "I saw you were looking at our SAP integration. Would it have to work with SAP from the first day?",
    );
    expect(
      opener({ touchpoints: [touch("Read /pricing twice, 4 min in all")], trigger: null }),
    ).toBe(
      "I saw you were looking at our pricing. Is there a budget already, or are you putting one together?",
    );
  });

  it("does not tell the lead what others told us, and asks all the same", () => {
    const touchpoints = [touch("Read a comparison with Transporeon")];
    expect(opener({ touchpoints, trigger: null })).toBe(
      "What matters most to you when you compare?",
    );
  });

  it("tells on the way to what was asked what was done before it, and no other question", () => {
    const touchpoints = [
      touch("Asked for a demo twice", "2026-11-14T10:00:00.000Z"),
      touch("Asked in the chat: “Is it fast?”", "2026-11-13T10:00:00.000Z"),
      touch("Downloaded ‘Guide’", "2026-11-12T10:00:00.000Z"),
    ];
    expect(opener({ touchpoints, trigger: null })).toBe(
      "You downloaded ‘Guide’, and then asked for a demo. What would you like to see first?",
    );
  });

  it("X.1 asks who comes back after months what has changed", () => {
    const text = "Asked for a demo, back after five months of silence";
    expect(opener({ touchpoints: [], trigger: { text, act: "Asked for a demo" } })).toBe(
      "You asked for a demo. What has changed since you last looked?",
    );
  });

  it("C4.6 does not bring up what a person, a file or a model decided", () => {
    const touchpoints = [touch("Read /security twice, 2 min in all")];
    const decisions = [
      "Mia Berg marked this lead as ready for sales",
      "Read Hastings marked this lead as ready for sales",
      "Came in as ready for sales with pricing.csv",
      "Became ready for sales when version 3 of the scoring model took effect",
    ];
    for (const text of decisions) {
      expect(opener({ touchpoints, trigger: { text } })).toBe(
        "I saw you were looking at our security page. Who has to sign off on security at your end?",
      );
      expect(opener({ touchpoints: [], trigger: { text } })).toBeNull();
    }
  });

  it("is silent where nothing is known, and about a colleague's remark", () => {
    expect(opener({ touchpoints: [], trigger: null })).toBeNull();
    const note = touch("Met at the fair", "2026-11-12T13:30:00.000Z", "remark");
    expect(opener({ touchpoints: [note], trigger: null })).toBeNull();
  });

  it("holds no click up to the lead", () => {
    const touchpoints = [touch("Clicked through from ‘October news’")];
    expect(opener({ touchpoints, trigger: null })).toBeNull();
  });
});
