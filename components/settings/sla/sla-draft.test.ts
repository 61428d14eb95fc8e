import { describe, expect, it } from "vitest";
import { DEFAULT_SLA, slaSettings } from "@/lib/sla/settings";
import { stepWords } from "@/lib/sla/settings-words";
import { settingsOfDraft, slaDraft } from "./sla-draft";

const minutes = (text: string) =>
  settingsOfDraft({ ...slaDraft(DEFAULT_SLA, []), minutes: text }).minutes;

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
  const draft = slaDraft({ ...DEFAULT_SLA, ladder: [...ladder] }, []);
  const settings = slaSettings.parse(settingsOfDraft(draft));
  expect(settings).toEqual({ ...DEFAULT_SLA, ladder });
  expect(settings.ladder.map(stepWords)).toEqual([
    "Tell the managers 5 min after the end, by Slack (EMEA leads)",
  ]);
});

it("what was typed is the same text again when it comes back as the database keeps it", () => {
  const segment = crypto.randomUUID();
  const ladder = [{ minutes: -1, channel: "app", action: "warn_rep" } as const];
  const kept = { ...DEFAULT_SLA, segments: [{ minutes: 15, segmentId: segment }], ladder };
  const draft = slaDraft({ ...kept, ladder: [...ladder] }, [segment, "new"]);
  const saved = slaSettings.parse(settingsOfDraft(draft));
  expect(JSON.stringify(slaDraft(saved, [segment, "new"]))).toBe(JSON.stringify(draft));
});
