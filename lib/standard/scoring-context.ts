import { z } from "zod";
import type { FieldDefinition } from "./field";

const owner = "Marketing ops";
const points = z.number().min(0).max(100);

/** C4.5: which way the score goes, over a stated window, with the history that shows it. */
export const TRENDS = ["rising", "stable", "decaying"] as const;
export type Trend = (typeof TRENDS)[number];
export const scoreTrend = z.object({
  direction: z.enum(TRENDS),
  delta: z.number(),
  windowDays: z.number().int().positive(),
  history: z.array(z.object({ at: z.string(), total: points })),
});
export type ScoreTrend = z.infer<typeof scoreTrend>;

const subScore = (id: string, key: string, label: string) =>
  ({
    id,
    key,
    label,
    level: "required",
    trust: "captured",
    owner,
    sources: ["scoring", "map"],
    value: points,
  }) as const;

/** C4. A number alone is no context: what drove it, which way it goes, what set it off. */
export const scoringContext = [
  { ...subScore("C4.1", "total", "Score"), id: "C4.1" },
  { ...subScore("C4.2", "fit", "Fit"), id: "C4.2" },
  { ...subScore("C4.3", "intent", "Intent"), id: "C4.3" },
  { ...subScore("C4.4", "behavior", "Behavior"), id: "C4.4" },
  {
    id: "C4.5",
    key: "trend",
    label: "Trend",
    level: "required",
    trust: "captured",
    owner,
    sources: ["scoring"],
    value: scoreTrend,
  },
  {
    id: "C4.6",
    key: "trigger",
    label: "Trigger",
    level: "required",
    trust: "captured",
    owner,
    sources: ["scoring", "map"],
    value: z.string().trim().min(1),
  },
] as const satisfies readonly FieldDefinition[];
