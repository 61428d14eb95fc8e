"use client";

import { useEffect, useEffectEvent } from "react";
import { useGoTo } from "./use-go-to";

/** Whether it is a plain press: with a key or another button the browser opens tabs and windows. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;

/** A page of ours, and not a file or another window. */
const isPage = (link: Element, href: string) =>
  /^\/(?!\/|api\/)/.test(href) && !link.hasAttribute("target") && !link.hasAttribute("download");

/**
 * Follows links to pages without loading the document anew, all of them by one listener; where it is
 * marked `data-in-place`, the page stays where it was scrolled to. Nothing is fetched ahead: each page
 * is made for its reader when they ask for it, so that a look ahead at every row and filter would bring
 * frames without content. That leaves nothing to do for each link, of which a list has dozens.
 */
export function PageLinks(): null {
  const goTo = useGoTo();
  const follow = useEffectEvent((event: MouseEvent) => {
    if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return;
    const link = event.target.closest("a");
    const href = link?.getAttribute("href");
    if (!link || !href || !isPage(link, href)) return;
    event.preventDefault();
    void goTo(href, { scroll: link.dataset.inPlace === undefined });
  });
  useEffect(() => {
    const press = (event: MouseEvent) => follow(event);
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, []);
  return null;
}
