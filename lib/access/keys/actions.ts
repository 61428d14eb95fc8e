"use server";

import { revalidatePath } from "next/cache";
import { action } from "../action";
import { createKey, revokeKey } from "../commands";
import { keyInput, newKeyInput } from "./input";

export const makeKey = action("manage keys", newKeyInput, async (viewer, input) => {
  const outcome = await createKey(viewer, input, new Date());
  revalidatePath("/connections");
  return outcome;
});

export const withdrawKey = action("manage keys", keyInput, async (viewer, input) => {
  const outcome = await revokeKey(viewer, input, new Date());
  revalidatePath("/connections");
  return outcome;
});
