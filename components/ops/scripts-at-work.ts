"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False on the page as it was served, until its scripts are at work. React puts the served text
 * over whatever a text area was given before that, so nothing can be typed into one until then.
 */
export function useScriptsAtWork(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
