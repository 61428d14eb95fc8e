"use server";

import { z } from "zod";
import { action, shownAnew } from "@/lib/access/action";
import { retryWaiting } from "./commands";

const syncInput = z.object({ id: z.string().min(1).max(100) });

export const retryAllWaiting = action("document leads", syncInput, shownAnew(retryWaiting));
