"use client";

import { useState, useTransition } from "react";
import { withdrawKey } from "@/lib/access/keys/actions";
import { answerToPress } from "../../form/answer";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { useToast } from "../../ui/toast";

/** Revokes a key, once asked again: what uses it is refused from then on. */
export function RevokeKey({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const { say } = useToast();
  const revoke = () =>
    start(async () => {
      const outcome = await answerToPress(() => withdrawKey({ keyId: id }));
      setOpen(false);
      if (outcome.ok) say({ text: `${name} is revoked.` });
      else say({ text: "Not revoked.", detail: outcome.reason, tone: "bad" });
    });
  return (
    <>
      <Button aria-label={`Revoke ${name}`} onClick={() => setOpen(true)}>
        Revoke
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Revoke ${name}?`}
        description="Whatever uses it is refused from the next request on, and what it subscribed to is no longer sent. This cannot be undone."
      >
        <div className="flex gap-2">
          <Button variant="danger" aria-disabled={pending || undefined} onClick={revoke}>
            {pending ? "Revoking" : "Revoke"}
          </Button>
          <Button onClick={() => setOpen(false)}>Keep it</Button>
        </div>
      </Dialog>
    </>
  );
}
