import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joined, type Piece, piecesOf, type Taken } from "./joining";

const text = fc
  .array(
    fc.constantFrom(
      "asked",
      "for",
      "a",
      "demo.",
      "Wants",
      "SAP",
      "ünïcode",
      "\n",
      "  ",
      "日本語",
      ".",
    ),
    {
      maxLength: 14,
    },
  )
  .map((words) => words.join(" "));
const differences = (pieces: readonly Piece[]) => pieces.filter((piece) => "mine" in piece).length;
const all = (pieces: readonly Piece[], taken: Taken) =>
  joined(
    pieces,
    Array.from({ length: differences(pieces) }, () => taken),
  );

describe("O.3 two texts, joined by choice", () => {
  it("makes either text whole again", () => {
    fc.assert(
      fc.property(text, text, (theirs, mine) => {
        const pieces = piecesOf(theirs, mine);
        expect(all(pieces, "theirs")).toBe(theirs);
        expect(all(pieces, "mine")).toBe(mine);
      }),
    );
  });

  it("loses no word of either where both are taken", () => {
    fc.assert(
      fc.property(text, text, (theirs, mine) => {
        const words = all(piecesOf(theirs, mine), "both").split(/\s+/);
        for (const word of `${theirs} ${mine}`.split(/\s+/)) {
          if (/^[a-z]+$/i.test(word)) expect(words.join(" ")).toContain(word);
        }
      }),
    );
  });

  it("takes piece by piece", () => {
    const pieces = piecesOf(
      "Asked for a demo. Runs SAP.",
      "Asked for a trial. Runs SAP. Is in a hurry.",
    );
    expect(pieces.filter((piece) => "mine" in piece)).toEqual([
      { theirs: "demo", mine: "trial" },
      { theirs: "", mine: " Is in a hurry." },
    ]);
    expect(joined(pieces, ["theirs"])).toBe("Asked for a demo. Runs SAP. Is in a hurry.");
  });
});
