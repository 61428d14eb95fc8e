"use client";

import { auditsAddress } from "@/lib/platform/address";
import { Breadcrumbs } from "../../shell/breadcrumbs";
import { PageHeader } from "../../shell/page-header";
import { PrintButton } from "../../shell/print-button";
import { ButtonLink } from "../../ui/button-link";
import { EmptyState } from "../../ui/empty-state";
import { type ChangeLine, ChangeList } from "./change-list";
import { type SignalLine, SignalList } from "./signal-list";
import { TrendChoices, type TrendChoicesProps } from "./trend-choices";
import { TrendFigure, type TrendFigureProps } from "./trend-figure";

type TrendsViewProps = TrendChoicesProps &
  TrendFigureProps & {
    /** '252 handoffs since the week of 1 Jun'. */
    count: string;
    empty: boolean;
    /** That not all of them have a line; null where they have. */
    limited: string | null;
    /** The periods before and after, where there are any. */
    earlier: string;
    later: string | null;
    /** Null where there are too few periods to tell. */
    signals: { count: string; lines: readonly SignalLine[] } | null;
    changes: readonly ChangeLine[];
  };

const CRUMBS = [{ label: "Audit", href: auditsAddress() }, { label: "Trends" }];

/**
 * The trend page, from finished words and bare counts: made in one piece, since what a page says
 * twice, as its markup and as its parts, takes a server twice the time.
 */
export function TrendsView(props: TrendsViewProps) {
  const { label, count, empty, limited, earlier, later, signals, changes } = props;
  return (
    <div data-report>
      <Breadcrumbs crumbs={CRUMBS} />
      <PageHeader
        title="Trends"
        count={count}
        actions={
          <span className="flex gap-2 print:hidden">
            <ButtonLink href={earlier}>Earlier</ButtonLink>
            {later && <ButtonLink href={later}>Later</ButtonLink>}
            <PrintButton />
          </span>
        }
      />
      <TrendChoices view={props.view} choices={props.choices} locale={props.locale} />
      <h2 className="mb-2 font-semibold">{label}</h2>
      {limited && <p className="mb-2 text-small text-soft">{limited}</p>}
      {empty ? (
        <EmptyState title="Nothing was handed off in this time." />
      ) : (
        <TrendFigure {...props} />
      )}
      <div className="mt-7 grid gap-x-10 gap-y-7 xl:grid-cols-2">
        <SignalList signals={signals} />
        <ChangeList changes={changes} />
      </div>
      <p className="mt-5 max-w-[72ch] text-small text-faint">
        A field counts as complete where it had a value and the standard of that day found no fault
        with it. Chance goes as far as the control limits: three standard errors about the common
        rate (p-chart), by each period’s own number of handoffs. Days, weeks and months are in UTC.
      </p>
    </div>
  );
}
