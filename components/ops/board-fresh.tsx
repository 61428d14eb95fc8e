"use client";

import { KeepFresh } from "../shell/keep-fresh";
import { useSelection } from "./selection";

/** Lets leads that became complete leave the list by themselves; holds still while some are selected. */
export function BoardFresh({ servedAt }: { servedAt: number }) {
  const selecting = (useSelection()?.selected.size ?? 0) > 0;
  return selecting ? null : <KeepFresh servedAt={servedAt} seconds={30} />;
}
