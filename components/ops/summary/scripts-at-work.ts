"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the page as it was served, until its scripts are at work. */
export function useScriptsAtWork(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
