import type { ComponentProps } from "react";

type PlainLinkProps = ComponentProps<"a"> & {
  href: string;
  /** Whether the page that it leads to begins at its top. */
  scroll?: boolean;
};

/**
 * A link to a page of Baton, which the shell follows without loading everything anew
 * (`use-page-links.ts`). Nothing is fetched ahead: each page is made for its reader when they ask for
 * it, so that a look ahead at every row and filter would bring frames without content. That leaves
 * nothing to do for each link by itself, of which a list has dozens.
 */
export function PlainLink({ scroll = true, ...props }: PlainLinkProps) {
  return <a {...props} data-page={scroll ? "" : "in-place"} />;
}
