"use server";

import { action, shownAnew } from "@/lib/access/action";
import { addPhrase, changePhrase, retirePhrase } from "./commands";
import { changedPhraseInput, newPhraseInput, phraseInput } from "./input";

export const writePhrase = action("document leads", newPhraseInput, shownAnew(addPhrase));

export const rewordPhrase = action("document leads", changedPhraseInput, shownAnew(changePhrase));

export const takePhraseOut = action("document leads", phraseInput, shownAnew(retirePhrase));
