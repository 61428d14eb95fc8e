"use client";

import { useEffect, useState } from "react";
import { previewDeed } from "@/lib/documentation/bulk/actions";
import type { Effect } from "@/lib/documentation/bulk/effect";
import { answerOf } from "../../form/answer";
import { useVerb } from "../../form/use-verb";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { useToast } from "../../ui/toast";
import { type Deed, doDeed } from "./bulk-deeds";
import { BulkFlag } from "./bulk-flag";
import {
  BULK_DEEDS,
  type BulkDeed,
  bulkDone,
  bulkNames,
  bulkPreview,
  leftWords,
  undoWords,
} from "./bulk-words";

type BulkDialogProps = {
  deed: BulkDeed;
  leadIds: string[];
  /** The names of those on this page, by id. */
  names: Readonly<Record<string, string>>;
  /** The team's flags. */
  phrases: readonly string[];
  onClose: () => void;
  onDone: () => void;
};

/** What the deed would do as things stand; null until that is known. */
function useEffectOf(deed: BulkDeed, leadIds: string[], text: string): Effect | null {
  const [effect, setEffect] = useState<Effect | null>(null);
  const asked = leadIds.join();
  useEffect(() => {
    let late = false;
    void answerOf(() => previewDeed({ deed, leadIds: asked.split(","), text })).then((outcome) => {
      if (!late && outcome.ok) setEffect(outcome.value);
    });
    return () => {
      late = true;
    };
  }, [deed, asked, text]);
  return effect;
}

/** Says what a deed will do to the selected leads, does it, and offers to take it back (O.5). */
export function BulkDialog(props: BulkDialogProps) {
  const { deed, leadIds, names, phrases, onClose, onDone } = props;
  const [text, setText] = useState("");
  const { perform, pending } = useVerb();
  const { say } = useToast();
  const effect = useEffectOf(deed, leadIds, deed === "flag" ? text.trim() : "");
  const { label } = BULK_DEEDS[deed];
  const does = effect?.does ?? leadIds;
  const left = effect && leftWords(effect.left);
  const none = does.length === 0;

  async function takeBack(undo: NonNullable<Deed["undo"]>) {
    const outcome = await perform(undo);
    if (!outcome.ok) return say({ text: "Not undone.", detail: outcome.reason, tone: "bad" });
    const count = outcome.value.leadIds.length;
    const aside = deed === "test" || deed === "noLead";
    say({ text: aside ? bulkDone("bringBack", count) : `Undone for ${count}.` });
  }

  async function press() {
    if (pending || none) return;
    const outcome = await perform(() => doDeed(deed, does, text.trim()));
    if (!outcome.ok) {
      return say({ text: "Nothing was changed.", detail: outcome.reason, tone: "bad" });
    }
    const { leadIds: changed, undo } = outcome.value;
    const stayed = leadIds.length - changed.length;
    say({
      text: bulkDone(deed, changed.length),
      ...(stayed > 0 && { detail: `${stayed} stayed as they were.` }),
      ...(undo && { action: { label: "Undo", kbd: "U", onPress: () => void takeBack(undo) } }),
    });
    onDone();
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={label}
      description={bulkPreview(deed, does.length)}
    >
      {deed === "flag" && <BulkFlag text={text} phrases={phrases} onChange={setText} />}
      <div className="mb-4 text-small text-soft">
        <p className="line-clamp-3 wrap-anywhere">
          {bulkNames(
            does.flatMap((id) => names[id] ?? []),
            does.length,
          )}
        </p>
        <p role="status">{left}</p>
        {!none && <p>{undoWords(deed)}</p>}
      </div>
      <Button variant="primary" aria-disabled={pending || none || undefined} onClick={press}>
        {pending ? "Working" : label}
      </Button>
    </Dialog>
  );
}
