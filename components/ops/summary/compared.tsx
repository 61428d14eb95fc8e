import { piecesOf } from "@/lib/documentation/joining/joining";

/** What a text says that another did not, word by word. */
export function Compared({ before, after }: { before: string; after: string }) {
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {piecesOf(before, after).map((piece, place) =>
        "same" in piece ? (
          piece.same
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place.
          <span key={place}>
            {piece.theirs && (
              <del className="bg-bad-wash text-bad decoration-bad">{piece.theirs}</del>
            )}
            {piece.mine && (
              <ins className="bg-accent-wash text-accent no-underline">{piece.mine}</ins>
            )}
          </span>
        ),
      )}
    </p>
  );
}
