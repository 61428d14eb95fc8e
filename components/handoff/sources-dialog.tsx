"use client";

import { type ReactNode, useState } from "react";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Opens where every line came from; costs the page no line of its own. */
export function SourcesDialog({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="bare" kbd="S" onClick={() => setOpen(true)}>
        Sources
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Where each line came from">
        {children}
      </Dialog>
    </>
  );
}
