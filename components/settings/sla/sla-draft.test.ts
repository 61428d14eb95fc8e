import { describe, expect, it } from "vitest";
import { DEFAULT_SLA, slaSettings } from "@/lib/sla/settings";
import { stepWords } from "@/lib/sla/settings-words";
import { settingsOfDraft, stepDrafts } from "./sla-draft";

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

it("Q.2 a step keeps the room that it names, and says which", () => {
  const room = { id: crypto.randomUUID(), name: "EMEA leads" };
  const ladder = [{ action: "tell_manager", minutes: 5, channel: "slack", room } as const];
  const data = new FormData();
  data.set("settings.minutes", "5");
  const settings = slaSettings.parse(
    settingsOfDraft(data, stepDrafts({ ladder: [...ladder] }), []),
  );
  expect(settings).toEqual({ ...DEFAULT_SLA, ladder });
  expect(settings.ladder.map(stepWords)).toEqual([
    "Tell the managers 5 min after the end, by Slack (EMEA leads)",
  ]);
});
