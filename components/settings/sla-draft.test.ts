import { describe, expect, it } from "vitest";
import { settingsOfDraft } from "./sla-draft";

const minutes = (text: string) => {
  const data = new FormData();
  data.set("settings.minutes", text);
  return settingsOfDraft(data, [], []).minutes;
};

describe("G.4 what is typed as a response window", () => {
  it("is whole minutes with or without a thousand marked, and nothing else", () => {
    expect(minutes("15")).toBe(15);
    expect(minutes("1,440")).toBe(1440);
    for (const text of ["", "soon", "2,5", "1e2"]) expect(minutes(text)).toBeNaN();
  });
});
