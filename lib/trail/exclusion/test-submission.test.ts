import { describe, expect, it } from "vitest";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { form, page } from "../testing/story";
import { testSubmission } from "./test-submission";

const leavesOut = (fields: Record<string, string>, settings = DEFAULT_TRAIL_SETTINGS) => {
  const filled = form(1, "Demo request", fields);
  return testSubmission.judge([filled], settings)(filled);
};

describe("X.3 test submissions", () => {
  it.each<Record<string, string>>([
    { name: "Test" },
    { firstName: " ASDF " },
    { message: "test test" },
    { email: "test@nordlys.example" },
    { email: "testing2@nordlys.example" },
    { email: "ana+test@nordlys.example" },
    { email: "ana+qa-3@nordlys.example" },
  ])("%o is one", (fields) => {
    expect(leavesOut(fields)).toBe(true);
  });

  it.each<Record<string, string>>([
    { name: "Testa Rossi" },
    { message: "We test every vendor for a month" },
    { email: "contest@nordlys.example" },
    { email: "testa.rossi@nordlys.example" },
    { email: "ana+testimonials@nordlys.example" },
    { email: "ana+newsletter@nordlys.example" },
  ])("%o is none", (fields) => {
    expect(leavesOut(fields)).toBe(false);
  });

  it("leaves out all that a lead under a test address did", () => {
    const settings = { ...DEFAULT_TRAIL_SETTINGS, leadEmail: "Ana+Test@nordlys.example" };
    const visit = page(1, "/pricing");
    expect(testSubmission.judge([visit], settings)(visit)).toBe(true);
  });

  it("the words are a setting", () => {
    const settings = { ...DEFAULT_TRAIL_SETTINGS, testWords: ["Mickey Mouse"] };
    expect(leavesOut({ name: "mickey mouse" }, settings)).toBe(true);
    expect(leavesOut({ name: "asdf" }, settings)).toBe(false);
  });
});
