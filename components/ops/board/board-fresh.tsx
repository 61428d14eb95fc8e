"use client";

import { KeepFresh } from "../../shell/keep-fresh";
import { useSelection } from "./selection";

type BoardFreshProps = {
  servedAt: number;
  /** True while the providers are being asked about one of the leads. */
  waiting: boolean;
};

/**
 * Lets leads that became complete leave the list by themselves, sooner while somebody waits for the
 * providers. Holds still while some are selected.
 */
export function BoardFresh({ servedAt, waiting }: BoardFreshProps) {
  const selecting = (useSelection()?.selected.size ?? 0) > 0;
  return selecting ? null : <KeepFresh servedAt={servedAt} seconds={waiting ? 5 : 30} />;
}
