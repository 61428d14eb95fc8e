"use client";

import { Fragment, type ReactNode } from "react";
import { classNames } from "../../ui/class-names";
import { Marks } from "../../ui/mark";
import type { IdentityWords } from "../words/identity";

type IdentityProps = {
  words: IdentityWords;
  /** Where the page has a heading of its own: beside the editor. */
  aside?: boolean;
  /** What stands under the marks: how long it took. */
  children?: ReactNode;
};

/** What time it is there: the one fact about a place that a caller needs at once (C1.7). */
function There({ there }: Pick<IdentityWords, "there">) {
  if (!there) return "local time not known";
  return (
    <strong className={classNames("font-medium text-ink", there.quiet && "quiet-hour")}>
      {/* One fact: no line ends within it. */}
      {`${there.time}\u00a0there`}
      {there.quiet && <span className="font-normal text-soft">, outside office hours</span>}
    </strong>
  );
}

/** Who it is, where, and how much of the standard came along. */
export function Identity({ words, aside, children }: IdentityProps) {
  const { name, who, there, place, marks, documented } = words;
  const Heading = aside ? "p" : "h1";
  return (
    <div className="mt-2.5 mb-3 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div className="min-w-0 max-w-[720px]">
        <Heading className="text-name md:line-clamp-2 font-bold tracking-[-0.02em] wrap-anywhere">
          {name}
        </Heading>
        <p className="text-soft">
          {[...new Set(who)].map((one, place) => (
            // Each by itself: two that are written from right to left would change places.
            <Fragment key={one}>
              {place > 0 && ", "}
              <bdi>{one}</bdi>
            </Fragment>
          ))}
          {who.length > 0 && " · "}
          <There there={there} />
          {place && ` · ${place}`}
        </p>
      </div>
      <div className="text-small text-soft lg:ml-auto lg:text-right">
        <p>
          <Marks marks={marks} /> <span className="ml-1.5">{documented}</span>
        </p>
        {children}
      </div>
    </div>
  );
}
