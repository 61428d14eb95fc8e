import type { Standard } from "@/lib/standard/standard";
import type { StandardTerms } from "@/lib/standard/versions/difference";
import type { Side } from "./sides";

/** A person's sign-off. */
export type Signature = { side: Side; personId: string; name: string; at: Date };

/** A version with what is told about it. `signers` are null for the article's own. */
export type Version = Standard & {
  takesEffect: Date;
  signers: Readonly<Record<Side, string | null>>;
  reason: string | null;
};

/** The open draft. `effectiveFrom` null: as soon as both have signed. */
export type Draft = StandardTerms & {
  id: string;
  basedOn: number;
  revision: number;
  effectiveFrom: Date | null;
  reason: string | null;
  savedBy: string;
  savedAt: Date;
  /** Of this revision; earlier ones no longer count. */
  signatures: Signature[];
};
