import type { Health } from "@/lib/enrichment/http/breaker";
import type { ANSWERS, ProviderSetting } from "@/lib/enrichment/provider";
import type { TestVerdict } from "./proof/verdict";

/** How many answers of each kind came in the last 24 hours; `kept` cost nothing, as they were known. */
export type DayOfAnswers = {
  answers: Partial<Record<(typeof ANSWERS)[number], number>>;
  kept: number;
};

/** A connected system as its page shows it. Its secrets are in none of it. */
export type ConnectionView = {
  id: string;
  name: string;
  systemLabel: string;
  /** It is asked about leads, reps work in it, people are told by it, it sends leads to us, or it is a hook. */
  way: "asked" | "writes" | "tells" | "sends" | "subscribes";
  /** The name of the key that subscribed it; null where a person connected it. */
  subscribedBy: string | null;
  connectedAt: Date;
  /** Where it calls us, below our own address; null where it does not. */
  webhook: string | null;
  asks: readonly ProviderSetting[];
  settings: { [key: string]: string };
  paused: boolean;
  secretSetAt: Date;
  /** Until then the secret before it holds besides: signs what goes out, proves calls; null where none does. */
  earlierUntil: Date | null;
  test: (Pick<TestVerdict, "works" | "words" | "cause"> & { at: Date }) | null;
  health: Health | null;
  day: DayOfAnswers;
};

/** A provider that is built in: nothing to connect, but as able to fail. */
export type BuiltInView = { id: string; label: string; health: Health | null; day: DayOfAnswers };
