import { eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { scoringModelDraft } from "@/db/schema/scoring";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import type { Json } from "@/lib/standard/field";
import { modelSettings } from "../model/model";
import { settingsDifferences } from "../model/settings-difference";
import { modelInForce } from "../queries";
import { writeVersion } from "../versions/commands";
import { hindranceToActivate, hindranceToSign, type ModelDraft } from "./draft";
import type { ModelDraftInput, ModelRevision } from "./input";
import { openModelDraft } from "./queries";

const GONE = "This draft took effect or was discarded meanwhile. What you typed is still here.";

/**
 * Saves the draft of the next model (C4), or begins it. A signature was given to what stood there
 * before, so none is left. Refuses what was written on an earlier revision.
 */
export async function saveModelDraft(
  viewer: Viewer,
  { settings, reason, revision }: ModelDraftInput,
  now: Date,
): Promise<Outcome<{ revision: number }>> {
  authorize(viewer, "write the model");
  return transaction(async (tx) => {
    const draft = await openModelDraft(viewer, tx, true);
    if ((draft?.revision ?? null) !== revision) return refused(meanwhile(draft));
    const changes = settingsDifferences(modelSettings(await modelInForce(tx)), settings, "en-GB");
    if (changes.length === 0) return refused("It says the same as the version in force.");
    const written = { settings, reason, updatedBy: viewer.id, updatedAt: now };
    const next = (revision ?? 0) + 1;
    const rows = draft
      ? await tx
          .update(scoringModelDraft)
          .set({ ...written, revision: next, signedBy: null, signedAt: null })
          .where(eq(scoringModelDraft.id, draft.id))
          .returning({ id: scoringModelDraft.id })
      : await tx
          .insert(scoringModelDraft)
          .values({ ...written, createdAt: now })
          .onConflictDoNothing()
          .returning({ id: scoringModelDraft.id });
    const [saved] = rows;
    if (!saved) return refused("Somebody began a draft meanwhile. Yours is still here.");
    await remember(tx, viewer, "saved a draft of the model", saved.id, now, {
      revision: next,
      reason,
      differences: changes,
    });
    return { ok: true, value: { revision: next } };
  });
}

/** Gives the draft up; its history stays. */
export async function discardModelDraft(
  viewer: Viewer,
  input: ModelRevision,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "write the model");
  return transaction(async (tx) => {
    const draft = await openModelDraft(viewer, tx, true);
    if (!isThat(draft, input)) return refused(meanwhile(draft));
    await close(tx, draft.id, "discarded");
    await remember(tx, viewer, "discarded a draft of the model", draft.id, now, null);
    return done;
  });
}

/** Signs the revision that was looked at; whoever wrote it cannot. */
export async function signModelDraft(
  viewer: Viewer,
  input: ModelRevision,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "sign the model");
  return transaction(async (tx) => {
    const draft = await openModelDraft(viewer, tx, true);
    if (!isThat(draft, input)) return refused(meanwhile(draft));
    const hindrance = hindranceToSign(draft, viewer.id);
    if (hindrance) return refused(hindrance);
    await tx
      .update(scoringModelDraft)
      .set({ signedBy: viewer.id, signedAt: now })
      .where(eq(scoringModelDraft.id, draft.id));
    const { revision } = draft;
    await remember(tx, viewer, "signed a draft of the model", draft.id, now, { revision });
    return done;
  });
}

/**
 * Puts the signed draft in force as the next version, with the ICP as it stands. Leads whom no rep
 * has are judged again in the background; handoffs keep the score they were given (G.7).
 */
export async function activateModelDraft(
  viewer: Viewer,
  input: ModelRevision,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  authorize(viewer, "write the model");
  return transaction(async (tx) => {
    const draft = await openModelDraft(viewer, tx, true);
    if (!isThat(draft, input)) return refused(meanwhile(draft));
    const hindrance = hindranceToActivate(draft);
    if (hindrance) return refused(hindrance);
    const before = await modelInForce(tx);
    const model = { ...before, ...draft.settings, version: before.version + 1 };
    const by = { createdBy: draft.savedBy.id, signedBy: draft.signed?.id ?? null };
    const differences = settingsDifferences(modelSettings(before), draft.settings, "en-GB");
    const told = { verb: "activated a scoring model", differences };
    const written = await writeVersion(
      tx,
      viewer,
      { model, reason: draft.reason, ...by },
      told,
      now,
    );
    if (written.ok) await close(tx, draft.id, "activated");
    return written;
  });
}

const isThat = (draft: ModelDraft | null, given: ModelRevision): draft is ModelDraft =>
  draft?.id === given.draftId && draft.revision === given.revision;

function meanwhile(draft: ModelDraft | null): string {
  if (!draft) return GONE;
  return `${draft.savedBy.name} saved this draft meanwhile. What you typed is still here: load the page in another tab and compare.`;
}

async function close(tx: Transaction, id: string, state: "activated" | "discarded") {
  await tx.update(scoringModelDraft).set({ state }).where(eq(scoringModelDraft.id, id));
}

async function remember(
  tx: Transaction,
  viewer: Viewer,
  verb: string,
  draftId: string,
  at: Date,
  after: Json,
): Promise<void> {
  await record(tx, viewer, [{ at, verb, subject: "scoring model", subjectId: draftId, after }]);
}
