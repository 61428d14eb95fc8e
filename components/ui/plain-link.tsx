import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of Baton. Nothing is fetched ahead: each page is made for its reader when they
 * ask for it, so that a look ahead at every row and filter would bring frames without content.
 */
export function PlainLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link {...props} prefetch={false} />;
}
