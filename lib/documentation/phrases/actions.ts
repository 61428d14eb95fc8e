"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { phrasesAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { addPhrase, changePhrase, retirePhrase } from "./commands";
import { changedPhraseInput, newPhraseInput, phraseInput } from "./input";

const shownAnew = <T>(outcome: T): T => {
  revalidatePath(phrasesAddress());
  return outcome;
};

export const writePhrase = action("document leads", newPhraseInput, async (viewer, input) =>
  shownAnew(await addPhrase(viewer, input, systemClock())),
);

export const rewordPhrase = action("document leads", changedPhraseInput, async (viewer, input) =>
  shownAnew(await changePhrase(viewer, input, systemClock())),
);

export const takePhraseOut = action("document leads", phraseInput, async (viewer, input) =>
  shownAnew(await retirePhrase(viewer, input, systemClock())),
);
