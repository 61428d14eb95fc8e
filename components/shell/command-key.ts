"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The key that goes with another for a command, as it is printed here: "⌘" or "Ctrl". */
export function useCommandKey(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
