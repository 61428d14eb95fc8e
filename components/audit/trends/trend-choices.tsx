import { FilterChip } from "@/components/ui/chip";
import { FilterMenu } from "@/components/ui/filter-menu";
import { DIMENSION_NAMES, DIMENSIONS } from "@/lib/audit/trends/dimension";
import { measureLabel } from "@/lib/audit/trends/measure";
import { PERIODS, type Per } from "@/lib/audit/trends/period";
import type { Choice } from "@/lib/audit/trends/trend";
import { isEach, shownCategory, type TrendView, trendQuery } from "@/lib/audit/trends/view";
import { trendsAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";
import { keysOf } from "@/lib/platform/keys-of";
import { CATEGORIES } from "@/lib/standard/categories";

export type TrendChoicesProps = {
  view: TrendView;
  choices: readonly Choice[];
  locale: string;
};

const linkTo = (view: TrendView) => (change: Partial<TrendView>) =>
  trendsAddress(trendQuery({ ...view, ...change }));

/** Day, week or month. */
function Spans({ view }: { view: TrendView }) {
  const to = linkTo(view);
  return keysOf(PERIODS).map((per: Per) => (
    <FilterChip key={per} href={to({ per })} current={view.per === per}>
      {PERIODS[per].label}
    </FilterChip>
  ));
}

/** What the lines count: the five categories, one with its fields, or one thing alone. */
function Shown({ view }: { view: TrendView }) {
  const to = linkTo(view);
  const each = isEach(view);
  const category = shownCategory(view);
  const field = view.show !== null && view.show !== category?.key ? view.show : null;
  const whole = { words: "All five complete", href: to({ show: "warm" }), count: undefined };
  return (
    <>
      <FilterMenu
        all={each ? whole : { words: "Five categories", href: to({ show: null }) }}
        chosen={category?.label ?? (view.show === "warm" && !each ? whole.words : null)}
        choices={[
          ...(each ? [] : [whole]),
          ...CATEGORIES.map(({ key, label }) => ({
            words: label,
            href: to({ show: key }),
            count: undefined,
          })),
        ]}
      />
      {category && (
        <FilterMenu
          all={{
            words: each ? "The category" : "With each field",
            href: to({ show: category.key }),
          }}
          chosen={field && measureLabel(field)}
          choices={category.fields.map(({ id, label }) => ({
            words: label,
            href: to({ show: id }),
            count: undefined,
          }))}
        />
      )}
    </>
  );
}

/** By whom or what, and which of them. */
function Dimensions({ view, choices, locale }: TrendChoicesProps) {
  const to = linkTo(view);
  const chosen = choices.find(({ value }) => value === view.of);
  const show = isEach(view) ? null : view.show;
  const names = DIMENSION_NAMES.filter((name) => name !== "all");
  return (
    <>
      <FilterMenu
        all={{ words: DIMENSIONS.all, href: to({ by: "all", of: null, show }) }}
        chosen={view.by === "all" ? null : `By ${DIMENSIONS[view.by].toLowerCase()}`}
        choices={names.map((by) => ({
          words: `By ${DIMENSIONS[by].toLowerCase()}`,
          href: to({ by, of: null, show: view.show ?? "warm" }),
          count: undefined,
        }))}
      />
      {view.by !== "all" && (
        <FilterMenu
          all={{ words: "Each", href: to({ of: null, show: view.show ?? "warm" }) }}
          chosen={chosen?.label ?? null}
          choices={choices.map(({ value, label, handoffs }) => ({
            words: label,
            href: to({ of: value, show: view.show === "warm" ? null : view.show }),
            count: formatNumber(handoffs, locale),
          }))}
        />
      )}
    </>
  );
}

/** Everything that one can choose of a trend; each choice is an address of its own. */
export function TrendChoices(props: TrendChoicesProps) {
  return (
    <nav aria-label="What is shown" className="mb-4 flex flex-wrap gap-1.5 print:hidden">
      <Spans view={props.view} />
      <Shown view={props.view} />
      <Dimensions {...props} />
    </nav>
  );
}
