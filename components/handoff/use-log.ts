"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ATTEMPT_KINDS, ATTEMPT_RESULTS } from "@/lib/handoff/outcome";
import { useToast } from "../ui/toast";
import { keepWords } from "./kept-words";
import { type AttemptToSend, type LoggedAttempt, sendAttempt } from "./send-attempt";

/** How long after a try without an answer the next one comes. */
const AGAIN_MS = 3_000;

type Unsent = { attempt: AttemptToSend; reason: string; offline: boolean };
type Given = Omit<AttemptToSend, "id">;

const same = (one: Given, { kind, result, words }: Given) =>
  one.kind === kind && one.result === result && one.words === words;

/**
 * Sends attempts of one handoff. What could not be sent stays, says why, and where no answer
 * came goes again by itself until one does; the same attempt sent twice is logged once.
 */
export function useLog(handoffId: string, onLogged: (logged: LoggedAttempt) => void) {
  const { say } = useToast();
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [unsent, setUnsent] = useState<Unsent>();
  const busy = useRef(false);

  async function send(attempt: AttemptToSend) {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    const answer = await sendAttempt(handoffId, attempt);
    busy.current = false;
    setSending(false);
    if (!answer.ok) {
      setUnsent({ attempt, reason: answer.reason, offline: answer.offline === true });
      return;
    }
    setUnsent(undefined);
    keepWords(handoffId, "log", "");
    const { kind, result } = attempt;
    const { givenOnTo } = answer.value;
    say({
      text: `Logged: ${ATTEMPT_KINDS[kind].toLowerCase()}, ${ATTEMPT_RESULTS[result].toLowerCase()}.`,
      ...(givenOnTo ? { detail: `${givenOnTo} has this lead now, and sees it.` } : {}),
    });
    router.refresh();
    onLogged(answer.value);
  }

  const again = useRef(send);
  again.current = send;
  useEffect(() => {
    if (!unsent?.offline) return;
    const resend = () => void again.current(unsent.attempt);
    addEventListener("online", resend);
    // A browser does not notice each break, and whoever is back may still not get an answer.
    const later = setTimeout(resend, AGAIN_MS);
    return () => {
      removeEventListener("online", resend);
      clearTimeout(later);
    };
  }, [unsent]);

  const log = (given: Given) => {
    const id = unsent && same(unsent.attempt, given) ? unsent.attempt.id : crypto.randomUUID();
    return send({ ...given, id });
  };
  return { log, sending, problem: unsent?.reason };
}
