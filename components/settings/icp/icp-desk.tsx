"use client";

import { createContext, type ReactNode, useContext } from "react";
import {
  type CriterionDraft,
  draftedIcp,
  type IcpDraft,
  type IcpErrors,
  icpDraft,
} from "@/lib/scoring/icp/icp-draft";
import type { ScoringModel } from "@/lib/scoring/model/model";
import type { IcpInput } from "@/lib/scoring/model/model-input";
import { useTyped } from "../../form/use-typed";

type Desk = {
  /** The model that the changes are made from. */
  model: ScoringModel;
  draft: IcpDraft;
  /** What was typed, where it makes an ICP. */
  icp: IcpInput | null;
  errors: IcpErrors;
  changed: boolean;
  edit: (change: (draft: IcpDraft) => IcpDraft) => void;
  undo: () => void;
  /** Told which draft was saved. */
  wasSaved: (draft: IcpDraft) => void;
};

const DeskContext = createContext<Desk | null>(null);

/** The ICP being edited. Throws outside of an `IcpDesk`. */
export function useIcp(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("There is no ICP to edit here.");
  return desk;
}

/** One criterion of it, and how to change it. */
export function useCriterion(index: number) {
  const { draft, errors, edit } = useIcp();
  const change = (patch: Partial<CriterionDraft>) =>
    edit((before) => ({
      ...before,
      criteria: before.criteria.map((one, at) => (at === index ? { ...one, ...patch } : one)),
    }));
  const errorOf = (...places: string[]) =>
    places.map((place) => errors[`criteria.${index}.${place}`]).find(Boolean);
  return { criterion: draft.criteria[index], change, errorOf };
}

type IcpDeskProps = { personId: string; model: ScoringModel; children: ReactNode };

/** Holds what is typed until it is saved; a version saved elsewhere does not take it away. */
export function IcpDesk({ personId, model, children }: IcpDeskProps) {
  const whose = { what: "icp", personId };
  const kept = useTyped(whose, model, icpDraft);
  const { base, typed: draft, unsaved, edit, undo, wasSaved } = kept;
  const read = draftedIcp(draft);
  const desk: Desk = {
    model: base,
    draft,
    icp: "icp" in read ? read.icp : null,
    errors: "errors" in read ? read.errors : {},
    changed: unsaved,
    edit,
    undo,
    wasSaved,
  };
  return <DeskContext value={desk}>{children}</DeskContext>;
}
