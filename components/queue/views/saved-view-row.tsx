"use client";

import { useRef, useState, useTransition } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { beginWith, dropView, nameView } from "@/lib/queue/saved/actions";
import type { SavedView } from "@/lib/queue/saved/saved-query";
import { answerOf, answerToPress } from "../../form/answer";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";
import { RenameView } from "./rename-view";

type SavedViewRowProps = { saved: SavedView; onFollow: () => void };

/** One saved view: to follow, to begin with, to rename, to delete. */
export function SavedViewRow({ saved, onFollow }: SavedViewRowProps) {
  const { id: viewId, name, query, opens } = saved;
  const { say } = useToast();
  const [busy, start] = useTransition();
  const [renaming, setRenaming] = useState(false);
  const renamed = useRef(false);
  // Its form took the place of the button that opened it, and the focus with it.
  const comeBack = (button: HTMLButtonElement | null) => {
    if (!button || !renamed.current) return;
    button.focus();
    renamed.current = false;
  };
  const run = (call: () => Promise<Outcome<unknown>>, done: string, ask = answerToPress) =>
    start(async () => {
      const answer = await ask(call);
      say(answer.ok ? { text: done } : { text: answer.reason, tone: "bad" });
      if (answer.ok) setRenaming(false);
    });
  if (renaming) {
    return (
      <li className="border-t border-line py-2">
        <RenameView
          name={name}
          busy={busy}
          onRename={(next) =>
            run(() => nameView({ viewId, name: next }), `Renamed to ${next}.`, answerOf)
          }
          onCancel={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-center gap-x-1 border-t border-line py-1">
      <a
        href={`/queue?${query}`}
        onClick={onFollow}
        className="min-w-0 flex-1 truncate py-1.5 font-medium hover:underline"
      >
        {name}
        {opens && <span className="font-normal text-faint"> · opens the queue</span>}
      </a>
      <Button
        variant="bare"
        className="px-2"
        aria-label={opens ? `${name}: open with everything` : `${name}: open the queue with it`}
        onClick={() =>
          opens
            ? run(() => beginWith({}), "The queue opens with everything.")
            : run(() => beginWith({ viewId }), `The queue opens with ${name}.`)
        }
      >
        {opens ? "Not at first" : "Open with it"}
      </Button>
      <Button
        variant="bare"
        className="px-2"
        ref={comeBack}
        aria-label={`Rename ${name}`}
        onClick={() => {
          renamed.current = true;
          setRenaming(true);
        }}
      >
        Rename
      </Button>
      <Button
        variant="bare"
        className="px-2"
        aria-label={`Delete ${name}`}
        onClick={() => run(() => dropView({ viewId }), `${name} is deleted.`)}
      >
        Delete
      </Button>
    </li>
  );
}
