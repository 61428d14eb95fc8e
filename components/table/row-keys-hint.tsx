"use client";

import { Kbd } from "../ui/kbd";

/** Tells whoever has a keyboard how to walk a table, and to select in it where one can. */
export function RowKeysHint({ selects = false }: { selects?: boolean }) {
  return (
    <p className="mt-3.5 hidden text-small text-faint sm:pointer-fine:block print:hidden">
      <Kbd>↑</Kbd> <Kbd>↓</Kbd> move, <Kbd>⏎</Kbd> open,{" "}
      {selects && (
        <>
          <Kbd>X</Kbd> select,{" "}
        </>
      )}
      <Kbd>?</Kbd> all keys
    </p>
  );
}
