import type { ReactNode } from "react";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { localHours } from "@/lib/queue/local-hours";
import { CATEGORIES } from "@/lib/standard/categories";
import { valueWords } from "@/lib/standard/value-words";
import { classNames } from "../ui/class-names";
import { Marks } from "../ui/mark";
import { documentedWords } from "./documented-words";
import type { Reading } from "./field-state";

type IdentityProps = {
  snapshot: Snapshot;
  reading: Reading;
  /** Where the page has a heading of its own: beside the editor. */
  aside?: boolean;
  /** What stands under the marks: how long it took. */
  children?: ReactNode;
};

/** What time it is there: the one fact about a place that a caller needs at once (C1.7). */
function There({ timeZone, now }: { timeZone: string | null; now: Date }) {
  const there = localHours(timeZone, now);
  if (!there) return "local time not known";
  return (
    <strong className={classNames("font-medium text-ink", there.quiet && "quiet-hour")}>
      {there.time} there
      {there.quiet && <span className="font-normal text-soft">, outside office hours</span>}
    </strong>
  );
}

/** Who it is, where, and how much of the standard came along. */
export function Identity({ snapshot, reading, aside, children }: IdentityProps) {
  const Heading = aside ? "p" : "h1";
  const { fields, completeness, timeZone } = snapshot;
  const { locale } = reading.reader;
  const words = (id: "C1.1" | "C1.2" | "C1.3" | "C1.7") =>
    valueWords(id, fields[id]?.value ?? null, locale);
  const marks = CATEGORIES.map(({ key, label }) => ({ name: label, state: completeness[key] }));
  return (
    <div className="mt-2.5 mb-3 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div className="min-w-0 max-w-[720px]">
        <Heading className="line-clamp-2 text-name font-bold tracking-[-0.02em] wrap-anywhere">
          {words("C1.1")}
        </Heading>
        <p className="text-soft">
          {[words("C1.2"), words("C1.3")].filter(Boolean).join(", ")}
          {" · "}
          <There timeZone={timeZone} now={reading.now} />
          {words("C1.7") && ` · ${words("C1.7")}`}
        </p>
      </div>
      <div className="text-small text-soft md:text-right">
        <p>
          <Marks marks={marks} /> <span className="ml-1.5">{documentedWords(snapshot)}</span>
        </p>
        {children}
      </div>
    </div>
  );
}
