"use client";

import { useEffect, useEffectEvent } from "react";
import { adoptTimes } from "@/lib/access/reader/actions";
import { zoneToday, zoneWords } from "@/lib/access/reader/zone-names";
import { answerToPress } from "../form/answer";
import { useToast } from "../ui/toast";

/** Tells once where this browser is and how it writes dates, for somebody who never said so. */
export function AdoptTimes() {
  const { say } = useToast();
  const adopt = useEffectEvent(async () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const answer = await answerToPress(() => adoptTimes({ timeZone, locale: navigator.language }));
    if (!answer.ok || !answer.value.adopted) return;
    const text = `Times are by the clocks of ${zoneWords(zoneToday(timeZone))}.`;
    say({ text, detail: "Change it under Settings, You." });
  });
  useEffect(() => {
    void adopt();
  }, []);
  return null;
}
