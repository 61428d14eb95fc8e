"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/access/action";
import type { Outcome } from "@/lib/access/outcome";
import { systemClock } from "@/lib/platform/clock";
import { deleteView, openWith, renameView, saveView } from "./commands";
import { newViewInput, openingViewInput, renameViewInput, viewInput } from "./input";

/** The answer brings the page's views along as they are now. */
async function shown<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>> {
  const answer = await outcome;
  refresh();
  return answer;
}

export const keepView = action("work the queue", newViewInput, (viewer, input) =>
  shown(saveView(viewer, input, systemClock())),
);

export const nameView = action("work the queue", renameViewInput, (viewer, input) =>
  shown(renameView(viewer, input, systemClock())),
);

export const dropView = action("work the queue", viewInput, (viewer, input) =>
  shown(deleteView(viewer, input, systemClock())),
);

export const beginWith = action("work the queue", openingViewInput, (viewer, input) =>
  shown(openWith(viewer, input, systemClock())),
);
