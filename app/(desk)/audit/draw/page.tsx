import type { Metadata } from "next";
import { DrawForm } from "@/components/audit/draw/draw-form";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { requireViewer } from "@/lib/access/current-viewer";
import { STRATA } from "@/lib/audit/draw/strata-names";
import { AUDIT_SIZE, AUDIT_SIZE_MOST, lastDays } from "@/lib/audit/draw/window";
import { auditsAddress, drawAddress } from "@/lib/platform/address";
import { keysOf } from "@/lib/platform/keys-of";
import type { SearchParams } from "@/lib/platform/search-params";

export const metadata: Metadata = { title: "Draw a sample" };

type DrawPageProps = { searchParams: Promise<SearchParams> };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The terms that the address names; what it does not is the article's. */
function termsOf(search: SearchParams, now: Date) {
  const text = (name: string) => String(search[name] ?? "");
  const days = lastDays(now);
  const day = (name: "from" | "to") => (DAY.test(text(name)) ? text(name) : days[name]);
  const size = Number(text("size"));
  return {
    from: day("from"),
    to: day("to"),
    size: Number.isInteger(size) && size > 0 && size <= AUDIT_SIZE_MOST ? size : AUDIT_SIZE,
    strata: keysOf(STRATA).find((by) => by === search.strata) ?? ("none" as const),
    seed: text("seed").slice(0, 60),
  };
}

export default async function DrawPage({ searchParams }: DrawPageProps) {
  await requireViewer(drawAddress(), "run audits");
  const terms = termsOf(await searchParams, new Date());
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: "Audit", href: auditsAddress() }, { label: "Draw a sample" }]}
      />
      <PageHeader title="Draw a sample" />
      <p className="mb-5 max-w-[64ch] text-soft">
        Leads are drawn at random from all that were routed in these days, each as likely as every
        other. The sample is frozen once it is drawn. Days begin at midnight UTC.
      </p>
      <DrawForm {...terms} />
    </>
  );
}
