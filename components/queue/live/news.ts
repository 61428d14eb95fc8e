import type { QueuePlace } from "@/lib/queue/row";
import type { QueueLine } from "../queue-line";

/** What `/api/live` tells of a rep's own leads. */
export type QueueNews = {
  rows: {
    line: QueueLine;
    /** Whether the list, as filtered, holds it now. */
    shown: boolean;
    /** Routed since the page was made, and nobody worked on it yet. */
    isNew: boolean;
    /** Where it stands in the list as it is now; null where it is not in it. */
    place: QueuePlace | null;
  }[];
  /** Leads that are no longer the reader's. */
  gone: string[];
  /** The parameters that hold the list still as it is from here on. */
  query: Record<string, string | null>;
};

/** What it tells where the list is to be taken anew. */
export type QueueReload = {
  /** Handoffs since the page was made that nobody worked on yet. */
  arrived: string[];
};
