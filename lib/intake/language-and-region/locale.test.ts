import { describe, expect, it } from "vitest";
import { languageAndRegion } from "./locale";
import { timeZoneOf } from "./time-zone";

describe("C1.7 language and region from what people type", () => {
  it.each([
    ["Norwegian", "", "nb", null],
    ["norsk", "Norge", "nb", "NO"],
    ["nb-NO", "", "nb", "NO"],
    ["no", "NO", "nb", "NO"],
    ["", "nb-NO", "nb", "NO"],
    ["", "Norway", null, "NO"],
    ["", "NOR", null, "NO"],
    ["", "NO", null, "NO"],
    ["en_US", "", "en", "US"],
    ["English (United States)", "", "en", null],
    ["en", "Deutschland", "en", "DE"],
    ["Deutsch", "U.S.A.", "de", "US"],
    ["français", "the Netherlands", "fr", "NL"],
    ["日本語", "日本", "ja", "JP"],
    ["zh-Hant-TW", "", "zh-Hant", "TW"],
    ["", "UK", null, "GB"],
    ["", "england", null, "GB"],
    ["", "South Korea", null, "KR"],
    ["", "Türkiye", null, "TR"],
    ["", "US-CA", null, "US"],
    ["Norway", "", null, "NO"],
    ["en-GB", "NO", "en", "NO"],
  ])("reads '%s' and '%s' as %s, %s", (typedLanguage, typedRegion, language, region) => {
    expect(languageAndRegion(typedLanguage, typedRegion)).toEqual({ language, region });
  });

  it.each([
    ["", ""],
    ["Klingonish", "EMEA"],
    ["xx", "ZZ"],
    ["English speaking", "EU"],
    ["'; drop table", "Europe"],
  ])("reads nothing in '%s' and '%s'", (language, region) => {
    expect(languageAndRegion(language, region)).toBeNull();
  });
});

describe("C1.7 the lead's time zone", () => {
  it.each([
    ["NO", "Europe/Oslo"],
    ["DE", "Europe/Berlin"],
    ["GB", "Europe/London"],
    ["JP", "Asia/Tokyo"],
    ["CN", "Asia/Shanghai"],
    ["ES", "Europe/Madrid"],
  ])("of %s is %s", (region, zone) => {
    expect(timeZoneOf(region)).toBe(zone);
    expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
  });

  it.each(["US", "CA", "BR", "AU", "RU", "ZZ", "", "no"])("of '%s' is not known", (region) => {
    expect(timeZoneOf(region)).toBeNull();
  });
});
