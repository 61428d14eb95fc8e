import { z } from "zod";

export const newKeyInput = z.object({
  kind: z.enum(["api", "write"], "Choose what the key opens."),
  name: z.string().trim().min(1, "Give it a name.").max(100, "This name is too long."),
});

export const keyInput = z.object({ keyId: z.uuid("is not a key's id") });
