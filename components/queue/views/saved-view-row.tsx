"use client";

import { useState, useTransition } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { beginWith, dropView, nameView } from "@/lib/queue/saved/actions";
import { LONGEST_NAME, type SavedView } from "@/lib/queue/saved/saved-query";
import { answerOf } from "../../form/answer";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";

type SavedViewRowProps = { saved: SavedView; onFollow: () => void };

/** One saved view: to follow, to begin with, to rename, to delete. */
export function SavedViewRow({ saved, onFollow }: SavedViewRowProps) {
  const { id: viewId, name, query, opens } = saved;
  const { say } = useToast();
  const [busy, start] = useTransition();
  const [renaming, setRenaming] = useState(false);
  const run = (call: () => Promise<Outcome<unknown>>, done: string) =>
    start(async () => {
      const answer = await answerOf(call);
      say(answer.ok ? { text: done } : { text: answer.reason, tone: "bad" });
      if (answer.ok) setRenaming(false);
    });
  if (renaming) {
    return (
      <li className="border-t border-line py-2">
        <form
          className="flex items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const next = String(new FormData(event.currentTarget).get("name") ?? "");
            run(() => nameView({ viewId, name: next }), `Renamed to ${next.trim()}.`);
          }}
        >
          <input
            name="name"
            defaultValue={name}
            aria-label={`New name of ${name}`}
            maxLength={LONGEST_NAME}
            className="min-h-8 min-w-0 flex-1 rounded-control border border-control bg-surface px-2"
          />
          <Button type="submit" disabled={busy}>
            Rename
          </Button>
          <Button variant="bare" onClick={() => setRenaming(false)}>
            Cancel
          </Button>
        </form>
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
        aria-label={`Rename ${name}`}
        onClick={() => setRenaming(true)}
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
