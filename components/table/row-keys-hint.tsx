import { Kbd } from "../ui/kbd";

/** Tells whoever has a keyboard how to walk a table. */
export function RowKeysHint() {
  return (
    <p className="mt-3.5 hidden text-small text-faint md:pointer-fine:block print:hidden">
      <Kbd>↑</Kbd> <Kbd>↓</Kbd> move, <Kbd>⏎</Kbd> open, <Kbd>?</Kbd> all keys
    </p>
  );
}
