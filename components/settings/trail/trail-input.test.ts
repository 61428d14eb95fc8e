import { describe, expect, it } from "vitest";
import { exclusionInput } from "@/lib/trail/input";
import { DEFAULT_EXCLUSIONS } from "@/lib/trail/settings";
import { settingsIn, type TrailText, trailText } from "./trail-input";

/** The form as it stands with the product's own settings; `typed` replaces. */
const typedForm = (typed: Partial<TrailText> = {}) => ({
  ...trailText(DEFAULT_EXCLUSIONS),
  ...typed,
});

describe("X the settings' form", () => {
  it("gives back what it shows", () => {
    expect(settingsIn(typedForm())).toEqual(DEFAULT_EXCLUSIONS);
  });

  it("takes lists by line or comma, and empty fields for none", () => {
    const given = { products: "Platform,\n Insights", "windows.email": "", retentionMonths: "24" };
    expect(settingsIn(typedForm(given))).toMatchObject({
      products: ["Platform", "Insights"],
      windows: { pages: 30 },
      retentionMonths: 24,
    });
  });

  it("takes a thousand as people write it", () => {
    for (const burstMilliseconds of ["1500", "1,500", "1.500", "1 500"]) {
      expect(settingsIn(typedForm({ burstMilliseconds }))).toMatchObject({
        burstMilliseconds: 1500,
      });
    }
  });

  it("leaves what is no number to the schema, which names the field", () => {
    for (const typed of ["soon", ""]) {
      const { error } = exclusionInput.safeParse(settingsIn(typedForm({ dormantDays: typed })));
      expect(error?.issues[0]?.path).toEqual(["dormantDays"]);
    }
  });
});
