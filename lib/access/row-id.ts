import { z } from "zod";

/** The id of a row that a page was made of: only a page that is out of date sends another text. */
export const rowId = z.guid("This page is out of date. Load it again.");
