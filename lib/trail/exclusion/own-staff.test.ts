import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { DEFAULT_TRAIL_SETTINGS, type TrailSettings } from "../settings";
import { form, page } from "../testing/story";
import { ownStaff } from "./own-staff";

const ours: TrailSettings = {
  ...DEFAULT_TRAIL_SETTINGS,
  ownDomains: ["Baton.example"],
  staffAddresses: ["Maya@agency.example"],
};
const leavesOut = (activity: Activity, settings = ours) =>
  ownStaff.judge([activity], settings)(activity);

describe("X.3 our own staff", () => {
  it.each(["ana@baton.example", "ANA@eu.baton.example", "maya@agency.example"])(
    "everything of a lead with the address %s is left out",
    (leadEmail) => {
      expect(leavesOut(page(1, "/pricing"), { ...ours, leadEmail })).toBe(true);
    },
  );

  it("each of several domains of ours is", () => {
    const settings = { ...ours, ownDomains: ["other.example", "baton.example"] };
    expect(leavesOut(page(1, "/pricing"), { ...settings, leadEmail: "ana@baton.example" })).toBe(
      true,
    );
  });

  it("a domain that only ends alike is somebody else's", () => {
    const settings = { ...ours, leadEmail: "ana@notbaton.example" };
    expect(leavesOut(page(1, "/pricing"), settings)).toBe(false);
  });

  it("a form that one of us filled in is left out", () => {
    expect(leavesOut(form(1, "Demo request", { "Work email": "ana@baton.example" }))).toBe(true);
  });

  it("a form that only names one of us is not", () => {
    const named = {
      "Work email": "ingrid@nordlys.example",
      "Referred by (email)": "ana@baton.example",
    };
    expect(leavesOut(form(1, "Demo request", named))).toBe(false);
    expect(leavesOut(form(1, "Demo request", { Message: "Met ana@baton.example" }))).toBe(false);
    expect(leavesOut(form(1, "Demo request", { "Your mail server": "baton.example" }))).toBe(false);
  });
});
