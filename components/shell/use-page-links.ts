"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Whether it is a plain press: with a key or another button the browser opens tabs and windows. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;

/** Follows every `PlainLink` to a page of ours without loading the document anew. */
export function usePageLinks(): void {
  const router = useRouter();
  useEffect(() => {
    function follow(event: MouseEvent) {
      if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLAnchorElement>("a[data-page]");
      const href = link?.getAttribute("href");
      if (!link || !href?.startsWith("/") || link.target) return;
      event.preventDefault();
      router.push(href, { scroll: link.dataset.page !== "in-place" });
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
}
