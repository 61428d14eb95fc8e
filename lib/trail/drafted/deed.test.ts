import { describe, expect, it } from "vitest";
import { inProse, mainClause, onceOnly, rivalIn } from "./deed";

describe("C4.6 the main clause of a trigger", () => {
  it.each([
    ["Asked for a demo, right after a look at pricing", "Asked for a demo"],
    ["Asked for a demo, within a day of attending ‘A’", "Asked for a demo"],
    [
      "Read /pricing for the third time, a few hours after a chat on the site",
      "Read /pricing for the third time",
    ],
    ["Asked for a quote, 14 weeks after asking for a demo", "Asked for a quote"],
    ["Asked for a demo, back after five months of silence", "Asked for a demo"],
    ["Asked for a demo", "Asked for a demo"],
  ])("%s", (text, main) => {
    expect(mainClause(text)).toBe(main);
  });

  it("ends after a question that speaks of time itself", () => {
    const chat = "Asked in the chat: “Is it live, two days after signing?”";
    expect(mainClause(`${chat}, a day after a look at pricing`)).toBe(chat);
    expect(mainClause(chat)).toBe(chat);
  });
});

describe("C3.9 a deed in prose", () => {
  it.each([
    ["Read /pricing twice, 4 min in all", "read the pricing page twice, 4 min in all"],
    [
      "Read /pricing, a day after attending ‘A’",
      "read the pricing page, a day after attending ‘A’",
    ],
    ["Read ‘/pricing in words’", "read ‘/pricing in words’"],
    ["Downloaded ‘Read /pricing’", "downloaded ‘Read /pricing’"],
    [
      "Mia Berg marked this lead as ready for sales",
      "Mia Berg marked this lead as ready for sales",
    ],
  ])("%s", (text, prose) => {
    expect(inProse(text)).toBe(prose);
  });

  it("loses how often and how long", () => {
    expect(onceOnly("Read /pricing 3 times, 4 min 30 s in all")).toBe("Read /pricing");
    expect(onceOnly("Asked in the chat: “Is it?”, twice")).toBe("Asked in the chat: “Is it?”");
    expect(onceOnly("Read /pricing for the third time")).toBe("Read /pricing");
    expect(onceOnly("Downloaded ‘Twice, 3 min’")).toBe("Downloaded ‘Twice, 3 min’");
  });

  it("C3.6 names the rival, and whether we were compared", () => {
    expect(rivalIn("Read our comparison with Acme Cloud twice")).toEqual({
      name: "Acme Cloud",
      compared: true,
    });
    expect(rivalIn("Read ‘Acme pricing’, about Acme")).toEqual({ name: "Acme", compared: false });
    expect(rivalIn("Downloaded ‘Our comparison with Acme’")).toBeNull();
  });
});
