"use server";

import { action } from "@/lib/access/action";
import { settingsInput } from "@/lib/scoring/model/settings-input";
import { tryModel } from "./queries";

export const previewModel = action(
  "see the model",
  settingsInput,
  async (viewer, settings, now) => {
    return { ok: true, value: await tryModel(viewer, settings, now) };
  },
);
