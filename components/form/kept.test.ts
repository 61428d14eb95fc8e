import { afterEach, expect, it, vi } from "vitest";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import type { Attempt } from "../handoff/attempts/attempt";
import { keepAttempt, keptAttempts } from "../handoff/attempts/kept-attempts";
import { keepWords, keptWords } from "../handoff/kept-words";
import { keepDraft, keptDraft } from "../ops/kept-draft";
import { startedFrom } from "../standard/draft-state";
import { keepState, keptState } from "../standard/kept-draft";

/** A browser's storage: what it keeps are its own properties. */
const aStorage = (): Record<string, string> =>
  Object.create({
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      this[key] = text;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  });

function aBrowser(storage = aStorage()) {
  vi.stubGlobal("localStorage", storage);
  return storage;
}

afterEach(() => vi.unstubAllGlobals());

const attempt: Attempt = {
  ...{ id: "one", personId: "ann", handoffId: "of Ann", leadName: "Lea" },
  ...{ kind: "call", result: "reached", words: "", madeAt: 0 },
};

const { gates, requirements, graceMinutes } = DEFAULT_STANDARD;
const saved = {
  ...{ id: "draft", revision: 1, savedBy: "Ann", gates, requirements, graceMinutes },
  ...{ effectiveOn: "", reason: "" },
};

it.each(["{", "null", "7", "{}"])(
  "sends the attempts that wait, whatever else stands among them, such as %j",
  (other) => {
    aBrowser()["baton-attempt-other"] = other;
    keepAttempt(attempt);
    expect(keptAttempts("ann")).toEqual([attempt]);
    expect(keptAttempts("ben")).toEqual([]);
  },
);

it("puts back what was written in a draft of the standard for whoever wrote it, and nobody else", () => {
  aBrowser();
  const draft = { draftId: "draft", personId: "ann" };
  keepState(draft, startedFrom(saved));
  expect(keptState(draft)?.mine.gates).toEqual(gates);
  expect(keptState({ draftId: "draft", personId: "ben" })).toBeNull();
  keepState(draft, null);
  expect(keptState(draft)).toBeNull();
});

it("stops nobody from typing where the browser keeps nothing", () => {
  vi.stubGlobal("localStorage", {
    get getItem() {
      throw new Error("forbidden");
    },
    setItem() {
      throw new Error("full");
    },
  });
  const whose = { leadId: "lead", personId: "ann", part: "summary" } as const;
  keepAttempt(attempt);
  keepWords("of Ann", "log", "Left word.");
  keepDraft(whose, { text: "She asked.", basedOn: 1, at: "2026-06-03T09:00:00Z" });
  keepState({ draftId: "draft", personId: "ann" }, startedFrom(saved));
  expect(keptAttempts("ann")).toEqual([]);
  expect(keptWords("of Ann", "log")).toBe("");
  expect(keptDraft(whose)).toBeNull();
  expect(keptState({ draftId: "draft", personId: "ann" })).toBeNull();
});
