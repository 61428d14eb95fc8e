import { unsound } from "@/lib/standard/values/soundness";
import { differences } from "@/lib/standard/versions/difference";
import { SIDES, type Side } from "./sides";
import type { Draft, Version } from "./view";

/** Why a version cannot take effect at a moment (null: as soon as signed), or null where it can. */
export function tooEarly(effectiveFrom: Date | null, latest: Version, now: Date): string | null {
  if (effectiveFrom && effectiveFrom <= now) {
    return "It can take effect tomorrow at the earliest, or as soon as both have signed.";
  }
  if ((effectiveFrom ?? now) > latest.takesEffect) return null;
  return `Version ${latest.version} is yet to take effect. Choose a later day than that.`;
}

/**
 * Why a side cannot sign a draft now, in words, or null where it can. Said by the button and by
 * the command alike.
 */
export function hindranceTo(draft: Draft, latest: Version, side: Side, now: Date): string | null {
  const signed = draft.signatures.find((signature) => signature.side === side);
  if (signed) return `${signed.name} has signed for ${SIDES[side].toLowerCase()}.`;
  if (differences(latest, draft).length === 0) {
    return `It says the same as version ${latest.version}.`;
  }
  if (draft.effectiveFrom && draft.effectiveFrom <= now) {
    return "The day it was to take effect has passed. Choose a later one, then sign.";
  }
  return tooEarly(draft.effectiveFrom, latest, now) ?? unsound(draft);
}
