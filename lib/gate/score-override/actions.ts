"use server";

import { action, shownAnew } from "@/lib/access/action";
import { leadInput } from "../input";
import { setScore, takeScoreBack } from "./commands";
import { setScoreInput } from "./input";

export const setLeadScore = action("document leads", setScoreInput, setScore);

export const takeLeadScoreBack = action("document leads", leadInput, shownAnew(takeScoreBack));
