import { diffWordsWithSpace } from "diff";

/** A stretch of two texts, by words: the same in both, or what each has there. */
export type Piece = { same: string } | { theirs: string; mine: string };
/** What is taken where two texts differ. */
export type Taken = "theirs" | "mine" | "both";

/** True where a stretch only parts two differences, so that they read as one. */
const parts = (text: string) => text.trim() === "";

/**
 * Two texts side by side, word by word. The pieces with `theirs` make the one text whole, those
 * with `mine` the other.
 */
export function piecesOf(theirs: string, mine: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { value, added, removed } of diffWordsWithSpace(theirs, mine)) {
    const last = pieces.at(-1);
    if (!added && !removed) pieces.push({ same: value });
    else if (last && "mine" in last) {
      if (added) last.mine += value;
      else last.theirs += value;
    } else pieces.push({ theirs: removed ? value : "", mine: added ? value : "" });
  }
  return pieces.reduce(together, []);
}

/** Joins a difference with the one before it where only a space is between them. */
function together(known: Piece[], piece: Piece): Piece[] {
  const [before, between] = known.slice(-2);
  const one = "mine" in piece && between && "same" in between && parts(between.same);
  if (!one || !before || !("mine" in before)) return [...known, piece];
  const theirs = before.theirs + between.same + piece.theirs;
  const mine = before.mine + between.same + piece.mine;
  return [...known.slice(0, -2), { theirs, mine }];
}

/** What is taken where nobody chose: what only one has, and of two one's own. */
export function takenAtFirst({ theirs, mine }: { theirs: string; mine: string }): Taken {
  return mine.trim() === "" && theirs.trim() !== "" ? "theirs" : "mine";
}

const both = (theirs: string, mine: string) =>
  theirs === "" || mine === "" || /\s$/.test(theirs) || /^\s/.test(mine)
    ? theirs + mine
    : `${theirs} ${mine}`;

/** The text that choices make of the pieces, by the place of each difference among them. */
export function joined(pieces: readonly Piece[], choices: readonly (Taken | undefined)[]): string {
  let at = 0;
  return pieces
    .map((piece) => {
      if ("same" in piece) return piece.same;
      const taken = choices[at] ?? takenAtFirst(piece);
      at += 1;
      return taken === "both" ? both(piece.theirs, piece.mine) : piece[taken];
    })
    .join("");
}
