"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ModelSettings } from "@/lib/scoring/model/model";
import {
  draftedSettings,
  type ModelNumbers,
  type RuleDraft,
  type SettingsDraft,
  type SettingsErrors,
  settingsDraft,
} from "@/lib/scoring/model/settings-draft";
import type { SettingsInput } from "@/lib/scoring/model/settings-input";
import { useTyped } from "../../form/use-typed";

type Desk = {
  /** The revision of the open draft that the changes are made from; null where none is open. */
  revision: number | null;
  typed: SettingsDraft;
  /** What was typed, where it makes a model. */
  settings: SettingsInput | null;
  errors: SettingsErrors;
  /** Something was typed that is not saved. */
  unsaved: boolean;
  edit: (change: (typed: SettingsDraft) => SettingsDraft) => void;
  undo: () => void;
  /** Told which draft was saved. */
  wasSaved: (typed: SettingsDraft) => void;
};

const DeskContext = createContext<Desk | null>(null);

/** The model being edited. Throws outside of a `ModelDesk`. */
export function useModel(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("There is no model to edit here.");
  return desk;
}

/** One rule of it, and how to change it. */
export function useRule(index: number) {
  const { typed, errors, edit } = useModel();
  const change = (patch: Partial<RuleDraft>) =>
    edit((before) => ({
      ...before,
      rules: before.rules.map((one, at) => (at === index ? { ...one, ...patch } : one)),
    }));
  const errorOf = (...places: string[]) =>
    places.map((place) => errors[`rules.${index}.${place}`]).find(Boolean);
  return { rule: typed.rules[index], change, errorOf };
}

/** A number that belongs to no rule, and how to change it. */
export function useNumber(name: keyof ModelNumbers, ...places: string[]) {
  const { typed, errors, edit } = useModel();
  const onType = (text: string) =>
    edit((before) => ({ ...before, numbers: { ...before.numbers, [name]: text } }));
  const error = places.map((place) => errors[place]).find(Boolean);
  return { value: typed.numbers[name], onType, error };
}

type ModelDeskProps = {
  personId: string;
  /** The open draft where there is one, otherwise what is in force. */
  settings: ModelSettings;
  revision: number | null;
  children: ReactNode;
};

/** Holds what is typed until it is saved; a draft saved elsewhere does not take it away. */
export function ModelDesk({ personId, settings, revision, children }: ModelDeskProps) {
  const saved = { version: revision, settings };
  const { base, typed, unsaved, edit, undo, wasSaved } = useTyped(
    { what: "model", personId },
    saved,
    (one) => settingsDraft(one.settings),
  );
  const read = draftedSettings(typed);
  const desk: Desk = {
    revision: base.version,
    typed,
    settings: "settings" in read ? read.settings : null,
    errors: "errors" in read ? read.errors : {},
    unsaved,
    edit,
    undo,
    wasSaved,
  };
  return <DeskContext value={desk}>{children}</DeskContext>;
}
