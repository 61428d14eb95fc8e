"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { leadInput } from "../input";
import { setScore, takeScoreBack } from "./commands";
import { setScoreInput } from "./input";

export const setLeadScore = action("document leads", setScoreInput, (viewer, input) =>
  setScore(viewer, input, systemClock()),
);

export const takeLeadScoreBack = action("document leads", leadInput, (viewer, input) =>
  takeScoreBack(viewer, input, systemClock()),
);
