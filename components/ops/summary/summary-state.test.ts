import { describe, expect, it } from "vitest";
import { latestOf, parseKeptDraft } from "../kept-draft";
import { conflictWith, isDirty, restored, startedFrom, withCurrent } from "./summary-state";

const draft = { version: 0, text: "Asked for a demo.", author: null };
const first = { version: 1, text: "Wants to move before June.", author: "Maria" };
const typed = { ...startedFrom(draft), text: "Asked for a demo, twice." };

describe("O.3 nobody loses a word", () => {
  it("gives the newer version to whoever typed nothing", () => {
    expect(withCurrent(startedFrom(draft), first)).toEqual(startedFrom(first));
  });

  it("keeps typed text when somebody else saved, and says what stands against it", () => {
    const state = withCurrent(typed, first);
    expect(state.text).toBe(typed.text);
    expect(conflictWith(state, first)).toEqual(first);
  });

  it("sees no conflict in one's own save, nor in an older page", () => {
    const saved = startedFrom(first);
    expect(conflictWith({ ...saved, text: "Wants to move." }, first)).toBeNull();
    expect(withCurrent(saved, draft)).toEqual(saved);
  });

  it("puts kept text back on the version it was based on", () => {
    const state = restored(draft, { text: typed.text, basedOn: 0, at: "2026-06-03T10:00:00Z" });
    expect(state).toMatchObject({ text: typed.text, base: draft });
    expect(state.restoredAt).not.toBeNull();
    expect(isDirty(state)).toBe(true);
  });

  it("treats kept text as a conflict when a version was saved since", () => {
    const state = restored(first, { text: typed.text, basedOn: 0, at: "2026-06-03T10:00:00Z" });
    expect(state.text).toBe(typed.text);
    expect(conflictWith(state, first)).toEqual(first);
  });

  it("restores nothing where nothing was kept or it says the same", () => {
    const same = { text: `${first.text} `, basedOn: 0, at: "2026-06-03T10:00:00Z" };
    expect(restored(first, null).restoredAt).toBeNull();
    expect(restored(first, same).restoredAt).toBeNull();
  });

  it("does not trust what it finds in the browser's storage", () => {
    expect(parseKeptDraft("not json")).toBeNull();
    expect(parseKeptDraft('{"text":7,"basedOn":0,"at":""}')).toBeNull();
  });

  it("takes what arrived for settled only where the page was read after it", () => {
    const sent = { text: "Typed.", basedOn: 0, at: "2026-06-03T10:00:00Z", sent: true, page: 7 };
    // Saved or dropped elsewhere since: a page read later would have it otherwise.
    expect(latestOf(sent, null, 8)).toBeNull();
    expect(latestOf(sent, null, 7)).toEqual(sent);
    expect(parseKeptDraft(JSON.stringify(sent))).toEqual(sent);
  });
});
