import { describe, expect, it } from "vitest";
import { trialNews } from "./trial-words";

const trial = { leads: 4000, heldNow: 0, heldByDraft: 0, more: 0, fewer: 0, fields: [] };

describe("D.3 the news of a trial", () => {
  it.each([
    [{ leads: 0 }, "No lead was captured in this time, so there is nothing to try it on."],
    [{}, "The same leads would be held."],
    [{ more: 1 }, "1 more lead would be held."],
    [{ more: 1200, fewer: 3 }, "1,200 more leads would be held, and 3 let through."],
    [{ fewer: 1 }, "1 lead that is held would be let through."],
    [{ fewer: 2 }, "2 leads that are held would be let through."],
  ])("%j reads %s", (found, words) => {
    expect(trialNews({ ...trial, ...found }, "en-GB")).toBe(words);
  });
});
