"use server";

import { action, shownAnew } from "@/lib/access/action";
import { retryEnrichment } from "@/lib/enrichment/commands";
import { leadsInput } from "@/lib/gate/aside/input";
import { addNote, saveSummary, withdrawNote } from "@/lib/handoff/commands";
import { parseBoardFilter } from "./board/filter";
import { boardLeads } from "./board/queries";
import { settleFinding } from "./commands";
import { boardInput, noteInput, settleInput, summaryInput, withdrawInput } from "./input";

export const writeSummary = action("document leads", summaryInput, saveSummary);

export const writeNote = action("document leads", noteInput, addNote);

export const takeBackNote = action("document leads", withdrawInput, withdrawNote);

export const settle = action("document leads", settleInput, shownAnew(settleFinding));

/** Every lead of the board as filtered, to be selected beyond one page (O.5). */
export const leadsOfBoard = action("document leads", boardInput, async (viewer, { query }) => ({
  ok: true,
  value: { leadIds: await boardLeads(viewer, parseBoardFilter(query)) },
}));

/** Asks the providers again about leads (G.1, O.5). */
export const retryMany = action("document leads", leadsInput, retryEnrichment);
