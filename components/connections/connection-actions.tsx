"use client";

import { Ellipsis } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { disconnect, pauseConnection, tryConnection } from "@/lib/connections/actions";
import { connectionsAddress } from "@/lib/platform/address";
import { answerToPress } from "../form/answer";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Menu, MenuAction } from "../ui/menu";
import { useToast } from "../ui/toast";
import { ChangeConnection } from "./change-connection";
import type { ConnectionHandle } from "./connection-line";
import { HookSecret } from "./hook-secret";
import { ReplaceSecret } from "./replace-secret";
import { useVerdict } from "./use-verdict";

const QUESTIONS = {
  change: { title: "Name and settings", description: "Saved for its next question." },
  secret: {
    title: "Replace the secret",
    description: "It is tried first. If it is not accepted, the one before stays in use.",
  },
  hookSecret: {
    title: "A new signing secret",
    description:
      "Each event is signed with the new one and, for as long as you say, with the one before, so that nothing is missed while its receiver changes over.",
  },
  remove: {
    title: "Remove this connection?",
    description:
      "Its secret is erased and it is asked no more. What it told stays with the leads, with its source and time. To use it again, connect it again.",
  },
  removeCrm: {
    title: "Remove this connection?",
    description:
      "Its secret, its field map and what was read of its records are forgotten, and what still waits does not go out. What it was given stays there. Connected again, it finds the same records by their ids.",
  },
  removeSender: {
    title: "Remove this connection?",
    description:
      "Its secret is erased, its address takes nothing any more, and nothing of it is read. What it told stays with the leads, with its source and time; how far it was read is forgotten.",
  },
  removeHook: {
    title: "Remove this hook?",
    description:
      "Its secret is erased, what still waits does not go out, and it is told nothing more; whoever subscribed it does not hear of that. What it was sent stays there. It comes back only when it subscribes again.",
  },
  removeChannel: {
    title: "Remove this connection?",
    description:
      "Its secret is erased and nobody is told anything by it any more. What people chose for it is forgotten.",
  },
} as const;

const REMOVAL = {
  asked: "remove",
  writes: "removeCrm",
  tells: "removeChannel",
  sends: "removeSender",
  subscribes: "removeHook",
} as const;
const RESUMED = {
  asked: "is asked again.",
  writes: "is written to again, with what waited.",
  tells: "is used again.",
  sends: "is taken in again, with what came meanwhile.",
  subscribes: "is told again, with what waited.",
};

/** What an admin does with a connection: test, change, replace its secret, pause, remove. */
export function ConnectionActions({ handle }: { handle: ConnectionHandle }) {
  const { id: connectionId, name, paused, way } = handle;
  // Its address and its events are agreed with whoever subscribed it; a test would be an event to them.
  const isHook = way === "subscribes";
  const [question, setQuestion] = useState<keyof typeof QUESTIONS | null>(null);
  const [busy, start] = useTransition();
  const { say } = useToast();
  const tell = useVerdict();
  const close = () => setQuestion(null);

  const test = () =>
    start(async () => {
      const outcome = await answerToPress(() => tryConnection({ connectionId }));
      if (outcome.ok) tell(name, outcome.value);
      else say({ text: "Not tested.", detail: outcome.reason, tone: "bad" });
    });
  const pause = () =>
    start(async () => {
      const outcome = await answerToPress(() => pauseConnection({ connectionId, paused: !paused }));
      const done = paused ? `${name} ${RESUMED[way]}` : `${name} is paused.`;
      say(outcome.ok ? { text: done } : { text: outcome.reason, tone: "bad" });
    });
  return (
    <span className="inline-flex gap-1.5">
      {!isHook && (
        <Button aria-label={`Test ${name}`} aria-disabled={busy || undefined} onClick={test}>
          {busy ? "Asking" : "Test"}
        </Button>
      )}
      <Menu trigger={<Ellipsis aria-hidden="true" className="size-4" />} label={`Change ${name}`}>
        {isHook ? (
          <MenuAction onSelect={() => setQuestion("hookSecret")}>New signing secret</MenuAction>
        ) : (
          <>
            <MenuAction onSelect={() => setQuestion("change")}>Name and settings</MenuAction>
            <MenuAction onSelect={() => setQuestion("secret")}>Replace the secret</MenuAction>
          </>
        )}
        <MenuAction onSelect={pause}>{paused ? "Resume" : "Pause"}</MenuAction>
        <MenuAction danger onSelect={() => setQuestion(REMOVAL[way])}>
          Remove
        </MenuAction>
      </Menu>
      <Dialog
        open={question !== null}
        onOpenChange={close}
        title={question ? QUESTIONS[question].title : ""}
        description={question ? QUESTIONS[question].description : ""}
      >
        {question === "change" && <ChangeConnection handle={handle} onDone={close} />}
        {question === "secret" && <ReplaceSecret handle={handle} onDone={close} />}
        {question === "hookSecret" && <HookSecret handle={handle} onDone={close} />}
        {question?.startsWith("remove") && <RemoveConnection handle={handle} onDone={close} />}
      </Dialog>
    </span>
  );
}

function RemoveConnection({ handle, onDone }: { handle: ConnectionHandle; onDone: () => void }) {
  const router = useRouter();
  const pathname = usePathname();
  const [busy, start] = useTransition();
  const { say } = useToast();
  const remove = () =>
    start(async () => {
      const outcome = await answerToPress(() => disconnect({ connectionId: handle.id }));
      onDone();
      if (!outcome.ok) return say({ text: "Not removed.", detail: outcome.reason, tone: "bad" });
      say({ text: `${handle.name} is removed.` });
      // A page of its own is there no more.
      if (pathname !== connectionsAddress()) router.replace(connectionsAddress());
    });
  return (
    <div className="flex gap-2">
      <Button variant="danger" aria-disabled={busy || undefined} onClick={remove}>
        {busy ? "Removing" : "Remove"}
      </Button>
      <Button onClick={onDone}>Keep it</Button>
    </div>
  );
}
