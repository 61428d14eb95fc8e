"use client";

import { useEffect, useRef, useState } from "react";
import { LiveRegion } from "../shell/live-region";

/** Says aloud which leads came since the page was first shown: "New in your queue: Ingrid Solberg". */
export function Arrivals({ leads }: { leads: readonly { id: string; name: string }[] }) {
  const seen = useRef<Set<string>>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    const known = seen.current;
    seen.current = new Set([...(known ?? []), ...leads.map(({ id }) => id)]);
    const came = known ? leads.filter(({ id }) => !known.has(id)) : [];
    if (came.length > 0) setWords(`New in your queue: ${came.map(({ name }) => name).join(", ")}`);
  }, [leads]);
  return <LiveRegion>{words}</LiveRegion>;
}
