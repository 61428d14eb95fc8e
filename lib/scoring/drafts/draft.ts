import type { ModelSettings } from "../model/model";

/** The next version of the model as it is being written. */
export type ModelDraft = {
  id: string;
  revision: number;
  settings: ModelSettings;
  reason: string;
  savedBy: { id: string; name: string };
  savedAt: Date;
  /** Who signed this revision; null while nobody has. */
  signed: { id: string; name: string; at: Date } | null;
};

/** Why a person cannot sign a draft, in words, or null where they can. Button and command say it. */
export function hindranceToSign(draft: ModelDraft, personId: string): string | null {
  if (draft.signed) return `${draft.signed.name} has signed this draft.`;
  if (draft.savedBy.id === personId) return "You wrote this draft. Somebody else signs it.";
  return null;
}

/** Why a draft cannot take effect yet, in words, or null where it can. */
export function hindranceToActivate(draft: ModelDraft): string | null {
  return draft.signed ? null : "Somebody who did not write it has to sign it first.";
}
