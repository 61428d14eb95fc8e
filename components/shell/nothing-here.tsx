"use client";

import { useEffect } from "react";
import { ButtonLink } from "../ui/button-link";
import { PlainPage } from "./plain-page";

/**
 * Says it in the tab as well: Next names that after the page that was asked for, though nobody there may
 * open it, and may bring the name after the page.
 */
function useTabTitle(title: string): void {
  useEffect(() => {
    const name = () => {
      if (document.title !== title) document.title = title;
    };
    name();
    const watch = new MutationObserver(name);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [title]);
}

/** For what does not exist and for what is somebody else's: nobody can tell the two apart. */
export function NothingHere({ as }: { as: "main" | "div" }) {
  useTabTitle("Not found · Baton");
  return (
    <PlainPage
      as={as}
      title="Nothing here for you"
      lead="The page does not exist, or it is someone else’s. If you were sent this link, ask the sender."
    >
      <ButtonLink href="/" variant="primary">
        Go to your start page
      </ButtonLink>
    </PlainPage>
  );
}
