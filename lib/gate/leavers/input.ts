import { z } from "zod";
import { personId } from "@/lib/access/people/input";

export const leaverInput = z.object({ personId });
