import { z } from "zod";
import { rowId as viewId } from "@/lib/access/row-id";
import { parseView } from "../view";
import { LONGEST_NAME, savedQuery } from "./saved-query";

const name = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(LONGEST_NAME, `Keep it under ${LONGEST_NAME} characters.`);

/** What an address says, read as the queue reads it: nothing else is ever kept. */
const query = z
  .string()
  .max(2_000)
  .transform((text) =>
    savedQuery(parseView(Object.fromEntries(new URLSearchParams(text)), new Date(0))),
  );

export const newViewInput = z.object({ name, query });
export const renameViewInput = z.object({ viewId, name });
export const viewInput = z.object({ viewId });
/** The view that the queue opens with; none where it is left out. */
export const openingViewInput = z.object({ viewId: viewId.optional() });
