"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { CategoryKey, FieldId } from "@/lib/standard/categories";
import type { Requirement } from "@/lib/standard/standard";
import type { StandardTerms } from "@/lib/standard/versions/difference";
import { keepDraft } from "@/lib/written-standard/actions";
import { useVerb } from "../form/use-verb";
import { useToast } from "../ui/toast";
import {
  conflictWith,
  type DraftConflict,
  type DraftState,
  type DraftText,
  putOnTop,
  type SavedDraft,
  startedFrom,
  unsaved,
  withCurrent,
} from "./draft-state";
import { keepState, keptState } from "./kept-draft";

type Desk = {
  draft: DraftText;
  saved: SavedDraft;
  /** The version in force, against which changes are marked. */
  inForce: StandardTerms & { version: number };
  unsaved: number;
  conflict: DraftConflict | null;
  error: { reason: string; field?: string | undefined } | null;
  pending: boolean;
  write: (part: Partial<Pick<DraftText, "effectiveOn" | "reason" | "graceMinutes">>) => void;
  ask: (id: FieldId, part: Partial<Requirement>) => void;
  gate: (key: CategoryKey, gates: boolean) => void;
  settle: (keep: "mine" | "theirs") => void;
  undo: () => void;
  save: () => Promise<void>;
};

const DeskContext = createContext<Desk | null>(null);

/** The draft under one's hands, for the document, the buttons and the signatures alike. */
export function useDraft(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDraft needs a DraftDesk around it");
  return desk;
}

type DraftDeskProps = {
  current: SavedDraft;
  inForce: Desk["inForce"];
  personId: string;
  children: ReactNode;
};

export function DraftDesk({ current, inForce, personId, children }: DraftDeskProps) {
  const [known, setKnown] = useState<DraftState>(() => startedFrom(current));
  const [error, setError] = useState<Desk["error"]>(null);
  const { perform, pending } = useVerb();
  const { refresh } = useRouter();
  const { say } = useToast();
  const state = withCurrent(known, current);
  const { mine } = state;
  const count = unsaved(state);

  // What the browser kept is only known once the page is there.
  useEffect(() => {
    const kept = keptState({ draftId: current.id, personId });
    if (kept && unsaved(kept) > 0) setKnown(kept);
  }, [current.id, personId]);

  function setState(next: DraftState) {
    setKnown(next);
    setError(null);
    keepState({ draftId: next.base.id, personId }, unsaved(next) > 0 ? next : null);
  }

  const change = (part: Partial<DraftText>) => setState({ ...state, mine: { ...mine, ...part } });

  async function save() {
    const { id: draftId, revision } = state.base;
    const { gates, requirements, graceMinutes, effectiveOn, reason } = mine;
    const given = { draftId, revision, gates: [...gates], requirements, graceMinutes, reason };
    const outcome = await perform(() => keepDraft({ ...given, effectiveOn: effectiveOn || null }));
    if (!outcome.ok) {
      setError(outcome);
      if (outcome.field === "revision") refresh();
      return;
    }
    setState(startedFrom({ ...state.base, ...mine, revision: outcome.value.revision }));
    say({ text: "Saved. The trial is of what you saved." });
  }

  const desk: Desk = {
    draft: mine,
    saved: state.base,
    inForce,
    unsaved: count,
    error,
    pending,
    save,
    conflict: conflictWith(state, current),
    write: change,
    ask: (id, part) => {
      const requirement = { ...mine.requirements[id], ...part };
      change({ requirements: { ...mine.requirements, [id]: requirement } });
    },
    gate: (key, gates) => {
      const others = mine.gates.filter((gate) => gate !== key);
      change({ gates: gates ? [...others, key] : others });
    },
    settle: (keep) => setState(keep === "mine" ? putOnTop(state, current) : startedFrom(current)),
    undo: () => setState(startedFrom(state.base)),
  };
  return <DeskContext value={desk}>{children}</DeskContext>;
}
