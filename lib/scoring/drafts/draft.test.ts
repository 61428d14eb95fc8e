import { describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "../model/default-model";
import { modelSettings } from "../model/model";
import { hindranceToActivate, hindranceToSign, type ModelDraft } from "./draft";

const draft: ModelDraft = {
  ...{ id: "d", revision: 2, settings: modelSettings(DEFAULT_MODEL), reason: "Too many MQLs" },
  ...{ savedBy: { id: "maya", name: "Maya" }, savedAt: new Date(), signed: null },
};
const signed = { ...draft, signed: { id: "jonas", name: "Jonas", at: new Date() } };

describe("C4 a draft of the model", () => {
  it("is signed by somebody who did not write it, and once", () => {
    expect(hindranceToSign(draft, "jonas")).toBeNull();
    expect(hindranceToSign(draft, "maya")).toContain("You wrote this draft");
    expect(hindranceToSign(signed, "ada")).toBe("Jonas has signed this draft.");
  });

  it("takes effect once it is signed", () => {
    expect(hindranceToActivate(draft)).not.toBeNull();
    expect(hindranceToActivate(signed)).toBeNull();
  });
});
