import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownLine } from "@/lib/platform/shown-text";
import { bestTime } from "@/lib/platform/testing/best-time";
import { curate } from "./curation/curation";
import { opener } from "./drafted/opener";
import { draftSummary } from "./drafted/summary-draft";
import { chat, competitor, download, form, NOW, page } from "./testing/story";

/** Anything, and what looks like our own words, quotation marks and directions. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "‘",
        "’",
        "“",
        "”",
        ", a day after",
        " twice",
        "/pricing",
        "\u202e",
        "\u0000",
        "?",
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("C3.8 C3.9 words from outside, whatever they are", () => {
  it("stay on one line and act on nothing around them", () => {
    fc.assert(
      fc.property(text, text, text, (title, name, path) => {
        const list = [
          download(1, title),
          form(2, name),
          chat(3, `Visitor: ${title}?`),
          page(4, `/${path}`),
          competitor(5, name, title),
        ];
        const touchpoints = curate(list, { now: NOW });
        const who = { name, company: title, facts: { jobTitle: name, industry: title } };
        const trigger = { text: touchpoints[0]?.text ?? "" };
        for (const { text: words } of touchpoints) expect(words).toBe(shownLine(words));
        const said = opener({ touchpoints, trigger });
        if (said !== null) expect(said).toBe(shownLine(said));
        const draft = draftSummary({ ...who, touchpoints, trigger });
        expect(draft).toBe(draft && shownLine(draft));
      }),
    );
  });

  it("cost no more than their length, however they repeat", () => {
    const parts = ["_", "-", "’ ", ", a", "“", "vs-"];
    const time = (times: number) => {
      const list = parts.flatMap((part, index) => {
        const title = part.repeat(times);
        return Array.from({ length: 50 }, (_, each) => [
          download(index + each, title, { id: `d${index} ${each}` }),
          form(index + each, title, {}, { id: `f${index} ${each}` }),
          page(index + each, `/${title}`, 5, { id: `p${index} ${each}` }),
        ]).flat();
      });
      return bestTime(5, () => {
        const touchpoints = curate(list, { now: NOW });
        draftSummary({ name: "A", company: "B", touchpoints, trigger: null });
      });
    };
    // Ten times as long: a pattern that goes back over them would take a hundred times, or far more.
    expect(time(2_000) / time(200)).toBeLessThan(50);
  });
});
