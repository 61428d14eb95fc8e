"use client";

import type { FieldId } from "@/lib/standard/categories";
import { LEVELS, SOURCES, TRUSTS } from "@/lib/standard/field";
import { LONGEST_OWNER, type Requirement } from "@/lib/standard/standard";
import { classNames } from "../ui/class-names";
import { useDraft } from "./draft-desk";
import { LEVEL_LOOKS, LEVEL_WORDS, TRUST_WORDS } from "./level-words";

/** Reads like the document, and shows what it is as soon as one comes near. */
const look = [
  "block w-full min-h-6 rounded-[5px] border border-transparent bg-transparent px-1.5 -mx-1.5 py-px text-small",
  "hover:border-control hover:bg-surface focus-visible:border-accent focus-visible:bg-surface focus-visible:outline-offset-0",
  "pointer-coarse:min-h-9 pointer-coarse:rounded-b-none pointer-coarse:border-b-line-strong pointer-coarse:text-[16px]",
].join(" ");

/** The arrow of a list that only offers words would take their room. */
const noArrow = "[&::-webkit-calendar-picker-indicator]:hidden!";
const changedLook = "bg-mark! hover:bg-mark!";

type CellProps<P extends keyof Requirement> = { id: FieldId; label: string; part: P };

/** What stands in one place, and what the version in force says there if it says otherwise. */
function usePlace<P extends keyof Requirement>(id: FieldId, part: P) {
  const { draft, inForce, ask } = useDraft();
  const value = draft.requirements[id][part];
  const before = inForce.requirements[id][part];
  const was = value === before ? undefined : `Version ${inForce.version}: ${before || "nothing"}`;
  return { value, was, set: (given: Requirement[P]) => ask(id, { [part]: given }) };
}

type Words = typeof LEVEL_WORDS | typeof TRUST_WORDS;
const CHOICES = {
  level: { names: LEVELS, words: LEVEL_WORDS as Words, asked: "how much it is wanted" },
  trust: { names: TRUSTS, words: TRUST_WORDS as Words, asked: "captured or verified" },
} as const;

/** Level and trust: one of a few, by the platform's own control. */
export function ChoiceCell({ id, label, part }: CellProps<"level" | "trust">) {
  const { value, was, set } = usePlace(id, part);
  const { names, words, asked } = CHOICES[part];
  return (
    <select
      aria-label={`${label}: ${asked}`}
      aria-description={was}
      title={was}
      value={value}
      onChange={(event) => set(event.target.value as Requirement["level" | "trust"])}
      className={classNames(
        look,
        "appearance-none",
        part === "level" && LEVEL_LOOKS[value as keyof typeof LEVEL_LOOKS],
        part === "trust" && (value === "captured" ? "text-faint" : "text-ink"),
        was && changedLook,
      )}
    >
      {names.map((name) => (
        <option key={name} value={name} className="bg-surface font-normal text-ink">
          {(words as Record<string, string>)[name]}
        </option>
      ))}
    </select>
  );
}

const ASKED = { owner: "owner", source: "where it comes from" } as const;

/** Owner and source: words, with those already used offered. */
export function WordsCell({ id, label, part }: CellProps<"owner" | "source">) {
  const { value, was, set } = usePlace(id, part);
  return (
    <input
      aria-label={`${label}: ${ASKED[part]}`}
      aria-description={was}
      title={was}
      value={value}
      maxLength={LONGEST_OWNER}
      list={`standard-${part}s`}
      onChange={(event) => set(event.target.value)}
      className={classNames(look, "text-soft", noArrow, was && changedLook)}
    />
  );
}

/** What is offered where words are typed: once for all rows. */
export function OfferedWords() {
  const { draft } = useDraft();
  const owners = Object.values(draft.requirements).map(({ owner }) => owner);
  const sources = [
    ...Object.values(SOURCES),
    ...Object.values(draft.requirements).map(({ source }) => source),
  ];
  return (
    <div hidden>
      <datalist id="standard-owners">
        {[...new Set(owners)].map((owner) => (
          <option key={owner} value={owner} />
        ))}
      </datalist>
      <datalist id="standard-sources">
        {[...new Set(sources)].map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
    </div>
  );
}
