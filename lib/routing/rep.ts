/** Whether somebody works at a moment: at work, away until a day, or outside their hours. Epoch ms. */
export type Presence =
  | { is: "at work" }
  | { is: "away"; until: number | null }
  | { is: "off"; until: number | null };

/** What a rep can take beside their territory: languages (BCP 47), products, ids of segments. */
export type Skills = {
  languages: readonly string[];
  products: readonly string[];
  segments: readonly string[];
};

/**
 * A rep as routing sees them. `cap` is the most open leads they may have, null for any number;
 * `weight` their share of the turns; `credit` what they are ahead or behind (`turn.ts`).
 */
export type Rep = Skills & {
  id: string;
  name: string;
  active: boolean;
  territory: readonly string[];
  territoryName: string | null;
  timeZone: string;
  weight: number;
  cap: number | null;
  openLeads: number;
  presence: Presence;
  /** When they last received a lead, epoch ms. */
  lastRoutedAt: number | null;
  credit: number;
};
