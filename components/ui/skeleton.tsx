import { classNames } from "./class-names";

/** Holds the place of text on its way. Its size comes from `className`: "h-4 w-40". */
export function Skeleton({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames("block animate-pulse rounded-[4px] bg-line", className)}
    />
  );
}

const widths = ["w-2/3", "w-5/6", "w-1/2", "w-3/4"];

/** Rows on their way, as a table or a list will have them. */
export function SkeletonRows({ rows = 8, label = "Loading" }: { rows?: number; label?: string }) {
  const places = Array.from({ length: rows }, (_, place) => place);
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {places.map((place) => (
        <div key={place} className="flex h-13 items-center gap-6 border-b border-line px-2.5">
          <Skeleton className="h-3 w-12 shrink-0" />
          <div className="flex-1">
            <Skeleton className={classNames("h-3", widths[place % widths.length])} />
          </div>
          <Skeleton className="h-3 w-20 shrink-0" />
        </div>
      ))}
    </div>
  );
}
