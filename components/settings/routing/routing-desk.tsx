"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { RoutingVersion } from "@/lib/routing/rule-book";
import type { RoutingTrial } from "@/lib/routing/trial/replay";
import { useTyped } from "../../form/use-typed";
import { draftOf, type RoutingDraft } from "./routing-draft";

/** What the server last said of the rules as they were typed then. */
type RoutingAnswer = { of: string; trial?: RoutingTrial; reason?: string; field?: string };

type Desk = {
  draft: RoutingDraft;
  version: number;
  changed: boolean;
  edit: (change: (draft: RoutingDraft) => RoutingDraft) => void;
  undo: () => void;
  /** Told which draft was saved. */
  wasSaved: (draft: RoutingDraft) => void;
  answer: RoutingAnswer | null;
  setAnswer: (answer: RoutingAnswer | null) => void;
  /** What is wrong with a place of the settings, such as `segments.0.name`. */
  errorOf: (place: string) => string | undefined;
};

const DeskContext = createContext<Desk | null>(null);

/** The rules being edited. Throws outside of a `RoutingDesk`. */
export function useRouting(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("There are no routing rules to edit here.");
  return desk;
}

type RoutingDeskProps = { personId: string; inForce: RoutingVersion; children: ReactNode };

/** Holds what is typed until it is saved; a version saved elsewhere does not take it away. */
export function RoutingDesk({ personId, inForce, children }: RoutingDeskProps) {
  const [answer, setAnswer] = useState<RoutingAnswer | null>(null);
  const { base, typed, unsaved, edit, undo, wasSaved } = useTyped(
    { what: "routing", personId },
    inForce,
    ({ settings }) => draftOf(settings),
    () => setAnswer(null),
  );
  const text = JSON.stringify(typed);
  const desk: Desk = {
    draft: typed,
    version: base.version,
    changed: unsaved,
    edit,
    undo,
    wasSaved,
    answer,
    setAnswer,
    errorOf: (place) =>
      answer?.of === text && answer.field?.startsWith(place) ? answer.reason : undefined,
  };
  return <DeskContext value={desk}>{children}</DeskContext>;
}
