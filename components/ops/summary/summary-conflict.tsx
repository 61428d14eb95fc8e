"use client";

import { useMemo, useState } from "react";
import {
  joined,
  type Piece,
  piecesOf,
  type Taken,
  takenAtFirst,
} from "@/lib/documentation/joining/joining";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { useSummary } from "./summary-desk";

type Difference = Extract<Piece, { mine: string }>;
type DifferenceProps = {
  piece: Difference;
  author: string;
  taken: Taken;
  take: (taken: Taken) => void;
};

const shown = (text: string) => text.trim() || "nothing";

/** One place where the texts differ: what each says there, pressed to be taken. */
function DifferenceChoice({ piece, author, taken, take }: DifferenceProps) {
  const sides = [
    { side: "theirs", words: shown(piece.theirs), name: `${author}: ${shown(piece.theirs)}` },
    { side: "mine", words: shown(piece.mine), name: `You: ${shown(piece.mine)}` },
    { side: "both", words: "both", name: `Both: ${shown(piece.theirs)} and ${shown(piece.mine)}` },
  ] as const;
  const twoSided = piece.theirs.trim() !== "" && piece.mine.trim() !== "";
  return (
    <span className="mx-0.5 inline-flex flex-wrap gap-0.5 align-baseline">
      {sides
        .filter(({ side }) => side !== "both" || twoSided)
        .map(({ side, words, name }) => (
          <button
            key={side}
            type="button"
            aria-pressed={taken === side}
            aria-label={name}
            title={name}
            onClick={() => take(side)}
            className={classNames(
              "min-h-6 rounded-[4px] border px-1.5 text-left whitespace-pre-wrap pointer-coarse:min-h-11",
              taken === side
                ? "border-accent bg-surface font-medium"
                : "border-dashed border-line-strong text-soft line-through decoration-line-strong",
              side === "both" && taken !== side && "no-underline!",
            )}
          >
            {words}
          </button>
        ))}
    </span>
  );
}

/** Two people wrote: both texts stand, and one takes either, or joins them piece by piece (O.3). */
export function SummaryConflict() {
  const { state, conflict, settle } = useSummary();
  const [choices, setChoices] = useState<readonly (Taken | undefined)[]>([]);
  const theirs = conflict?.text;
  const pieces = useMemo(
    () => (theirs === undefined ? [] : piecesOf(theirs, state.text)),
    [theirs, state.text],
  );
  if (!conflict) return null;
  const author = conflict.author ?? "Somebody";
  const text = joined(pieces, choices);
  let at = -1;
  return (
    <section
      role="alert"
      className="mb-2 rounded-box bg-warn-wash px-3.5 py-2.5 forced-colors:border"
    >
      <p className="font-medium text-warn">
        {author} saved version {conflict.version} meanwhile. Yours stays below.
      </p>
      <blockquote className="my-2 border-l-2 border-line-strong pl-3 whitespace-pre-wrap wrap-anywhere">
        {conflict.text}
      </blockquote>
      <fieldset className="my-2">
        <legend className="text-small text-soft">Joined, piece by piece</legend>
        <p className="whitespace-pre-wrap wrap-anywhere">
          {pieces.map((piece, place) => {
            if ("same" in piece) return piece.same;
            at += 1;
            const which = at;
            return (
              <DifferenceChoice
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place.
                key={place}
                piece={piece}
                author={author}
                taken={choices[which] ?? takenAtFirst(piece)}
                take={(taken) =>
                  setChoices((known) =>
                    Array.from({ length: Math.max(known.length, which + 1) }, (_, index) =>
                      index === which ? taken : known[index],
                    ),
                  )
                }
              />
            );
          })}
        </p>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => settle(text)}>Join as chosen</Button>
        <Button onClick={() => settle(state.text)}>Go on with mine</Button>
        <Button onClick={() => settle(conflict.text)}>Take theirs</Button>
      </div>
    </section>
  );
}
