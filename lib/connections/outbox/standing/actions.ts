"use server";

import { z } from "zod";
import { action, shownAnew } from "@/lib/access/action";
import { retryOutgoing } from "./commands";

const outgoingInput = z.object({ outgoingId: z.guid("is not the id of anything that goes out") });

export const sendOutAgain = action("document leads", outgoingInput, shownAnew(retryOutgoing));
