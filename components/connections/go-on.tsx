"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { resumeImport } from "@/lib/intake/imports/actions";
import { answerOf } from "../form/answer";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";

/** Goes on with an import that stopped, at the row where it stopped. */
export function GoOn({ id }: { id: string }) {
  const router = useRouter();
  const { say } = useToast();
  const [pending, start] = useTransition();
  const press = () =>
    start(async () => {
      const outcome = await answerOf(() => resumeImport({ id }));
      if (outcome.ok) router.refresh();
      else say({ text: "It did not go on.", detail: outcome.reason, tone: "bad" });
    });
  return (
    <Button variant="primary" aria-disabled={pending || undefined} onClick={press}>
      {pending ? "Going on" : "Go on"}
    </Button>
  );
}
