import { describe, expect, it } from "vitest";
import { exclusionInput } from "./input";
import { DEFAULT_EXCLUSIONS, type ExclusionSettings } from "./settings";

type Given = { [K in keyof ExclusionSettings]?: unknown };

/** The first error as 'field: message', or null. */
function fault(given: Given): string | null {
  const parsed = exclusionInput.safeParse({ ...DEFAULT_EXCLUSIONS, ...given });
  const issue = parsed.error?.issues[0];
  return issue ? `${issue.path.join(".")}: ${issue.message}` : null;
}

describe("X what the exclusion rules may be set to", () => {
  it("takes what comes with the product as it is", () => {
    expect(exclusionInput.parse(DEFAULT_EXCLUSIONS)).toEqual(DEFAULT_EXCLUSIONS);
  });

  it.each([
    [{ windowDays: Number.NaN }, "windowDays: Give a whole number of days."],
    [{ windowDays: 3 }, "windowDays: Give at least 7 days."],
    [{ windows: { pages: 120 } }, "windows.pages: Nothing counts for more than 90 days."],
    [{ scannerSeconds: 900 }, "scannerSeconds: Give at most 120 seconds."],
    [{ ownDomains: ["gmail.com"] }, "ownDomains: ‘gmail.com’ is used by everybody, leads too."],
    [{ ownDomains: ["baton"] }, "ownDomains: ‘baton’ is no domain. Write it like nordlys.com."],
    [
      { staffAddresses: ["maya"] },
      "staffAddresses: ‘maya’ is no email address. Write it like ana@agency.com.",
    ],
    [{ otherPaths: ["/"] }, "otherPaths: ‘/’ is every page. Name the part of the site."],
    [
      { products: ["Platform"], otherProducts: ["platform"] },
      "otherProducts: ‘platform’ is among the products that count.",
    ],
    [
      { gatewayMarks: ["Chrome"] },
      "gatewayMarks: ‘Chrome’ is found in ordinary browsers, so every visit would be left out.",
    ],
    [
      { prefetchMarks: ["bot"] },
      "prefetchMarks: ‘bot’ is too short: it would be found in browsers too.",
    ],
    [{ testWords: ["no"] }, "testWords: ‘no’ is too short: people answer with it in earnest."],
    [{ retentionMonths: 3 }, "retentionMonths: Give at least 7 months."],
  ])("%o is refused with the field's name", (given, message) => {
    expect(fault(given)).toBe(message);
  });

  it("tidies lists: trimmed, each once, without empty lines", () => {
    const given = { ...DEFAULT_EXCLUSIONS, testWords: [" asdf ", "asdf", ""] };
    expect(exclusionInput.parse(given).testWords).toEqual(["asdf"]);
  });
});
