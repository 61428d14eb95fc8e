"use server";

import { action, shownAnew } from "@/lib/access/action";
import { deleteView, openWith, renameView, saveView } from "./commands";
import { newViewInput, openingViewInput, renameViewInput, viewInput } from "./input";

export const keepView = action("work the queue", newViewInput, shownAnew(saveView));

export const nameView = action("work the queue", renameViewInput, shownAnew(renameView));

export const dropView = action("work the queue", viewInput, shownAnew(deleteView));

export const beginWith = action("work the queue", openingViewInput, shownAnew(openWith));
