"use server";

import { z } from "zod";
import { action, shownAnew } from "@/lib/access/action";
import { retryDelivery } from "./commands";

const deliveryInput = z.object({ deliveryId: z.guid("is not a notice's id") });

export const sendAgain = action("connect systems", deliveryInput, shownAnew(retryDelivery));
