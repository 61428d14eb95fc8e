"use server";

import { action, shownAnew } from "../action";
import { createKey, revokeKey } from "../commands";
import { keyInput, newKeyInput } from "./input";

export const makeKey = action("manage keys", newKeyInput, shownAnew(createKey));

export const withdrawKey = action("manage keys", keyInput, shownAnew(revokeKey));
