"use client";

import { Button } from "../ui/button";
import { useSummary } from "./summary-desk";

/** Two people wrote: both texts stand, and one chooses (O.3). */
export function SummaryConflict() {
  const { conflict, settle } = useSummary();
  if (!conflict) return null;
  return (
    <div role="alert" className="mb-2 rounded-box bg-warn-wash px-3.5 py-2.5 forced-colors:border">
      <p className="font-medium text-warn">
        {conflict.author ?? "Somebody"} saved version {conflict.version} meanwhile. Yours stays
        below.
      </p>
      <blockquote className="my-2 border-l-2 border-line-strong pl-3 whitespace-pre-wrap">
        {conflict.text}
      </blockquote>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => settle("mine")}>Go on with mine</Button>
        <Button onClick={() => settle("theirs")}>Take theirs</Button>
      </div>
    </div>
  );
}
