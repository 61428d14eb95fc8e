"use client";

import { ButtonLink } from "../ui/button-link";
import { PlainPage } from "./plain-page";

/** For what does not exist and for what is somebody else's: nobody can tell the two apart. */
export function NothingHere({ as }: { as: "main" | "div" }) {
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
