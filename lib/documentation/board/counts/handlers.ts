import { systemActor } from "@/lib/access/viewer";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { sumUpBoard } from "./commands";

const BOARD = systemActor("job", "Board");

/** The job that keeps the counts of the board few. */
export const boardHandlers: Pick<Handlers, "sum-up-board"> = {
  "sum-up-board": async () => {
    await sumUpBoard(BOARD);
    return [];
  },
};
