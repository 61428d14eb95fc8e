"use client";

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";
import { usePrinting } from "../ui/use-printing";

/** What a row is taken for until it was measured, in pixels. */
const ROW_HEIGHT = 53;
/** A list this long is in the page as a whole: the browser's own search and print see all of it. */
const WHOLE = 100;
const OVERSCAN = 12;
/** The screen that the server draws for, before it can know. */
const SERVED = { width: 1440, height: 900 };

type VirtualRows = {
  keys: readonly string[];
  /** The row that has the focus: it stays in the page however far one scrolls away. */
  focused: number;
  table: RefObject<HTMLElement | null>;
};

/** Which of many rows are in the page, and how much room the others take. */
export function useVirtualRows({ keys, focused, table }: VirtualRows) {
  // Everything of a list goes on paper, as far as it was loaded.
  const printing = usePrinting();
  const [scrollMargin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const top = table.current?.getBoundingClientRect().top;
    if (top !== undefined) setMargin(Math.round(top + window.scrollY));
  }, [table]);
  const whole = printing || keys.length <= WHOLE;
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: keys.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin,
    initialRect: SERVED,
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor: (range: Range) => {
      if (whole) return keys.map((_, index) => index);
      const inSight = defaultRangeExtractor(range);
      const kept = [focused - 1, focused, focused + 1].filter(
        (index) => focused >= 0 && index >= 0 && index < keys.length,
      );
      return [...new Set([...inSight, ...kept])].toSorted((one, other) => one - other);
    },
  });
  return virtualizer;
}
