import { type LeadStatus, WITH_A_REP } from "@/lib/gate/status";

type One = { id: string; status: LeadStatus };

/**
 * Which of the leads that are one person stays: the one that the other system kept, unless a rep has
 * another of them and not that one, so that nobody is called anew by somebody else.
 */
export function staysOf(kept: One, others: readonly One[]): string {
  const isWithRep = ({ status }: One) => WITH_A_REP.includes(status);
  if (isWithRep(kept)) return kept.id;
  return others.find(isWithRep)?.id ?? kept.id;
}
