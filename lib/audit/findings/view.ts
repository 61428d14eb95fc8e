import type { FieldId } from "@/lib/standard/categories";
import type { Share } from "@/lib/statistics/difference";
import type { GapShare, GapVerdict } from "../gaps/gap";
import type { GapBasis } from "./basis";

/** One time that a finding was measured again. */
export type Measurement = {
  from: Date;
  until: Date;
  share: Share;
  moved: boolean;
  by: string;
  at: Date;
};

/** A gap that somebody is to mend, with all its measurements, the latest first. */
export type GapFinding = {
  id: string;
  auditId: string;
  fieldId: FieldId;
  verdict: GapVerdict;
  dataVerdict: GapVerdict;
  reason: string | null;
  shares: readonly GapShare[];
  owner: string;
  dueOn: string;
  basis: GapBasis;
  before: Share;
  by: string;
  at: Date;
  closedAt: Date | null;
  measurements: Measurement[];
};
