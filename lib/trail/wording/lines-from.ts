import { formatCount } from "@/lib/platform/format-number";

/** How many lines of the trail stand for how many activities: "3 lines from 12 activities". */
export const linesFrom = (lines: number, activities: number, locale: string): string =>
  `${formatCount(lines, "line", "lines", locale)} from ${formatCount(activities, "activity", "activities", locale)}`;
