import type { FieldId } from "@/lib/standard/categories";
import type { FieldValue, Json } from "@/lib/standard/field";
import type { FillMode } from "@/lib/standard/fill-mode";

/** What a provider is asked for: a person, a company, or whether an address takes mail. */
export const LOOKUPS = ["person", "company", "email"] as const;
export type Lookup = (typeof LOOKUPS)[number];

/** Which fields a step may fill, and how. */
export type Fills = Partial<Record<FieldId, FillMode>>;

/** What is known of a lead that a provider could look up by. `email` and `domain` are in lower case. */
export type Subject = {
  email: string | null;
  domain: string | null;
  companyName: string | null;
  fullName: string | null;
  linkedin: string | null;
  /** A number in E.164 that is known by now. */
  phone?: string | null;
};

/** A value a provider gives; when it was obtained is when it was asked. */
export type GivenValue = Omit<FieldValue, "obtainedAt" | "provider">;
export type GivenValues = Partial<Record<FieldId, GivenValue>>;

/** Why a provider gave no answer. */
export const FAILURE_CAUSES = [
  "time_limit",
  "unreachable",
  "rate_limited",
  "unauthorised",
  "out_of_credits",
  "refused",
  "unreadable",
  "broken",
] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];

/** `later`: it works on it, ask again. `skipped`: not asked, as its breaker is open or it is paused. */
export const ANSWERS = [
  "found",
  "no_match",
  "nothing_to_ask",
  "later",
  "failed",
  "skipped",
] as const;

/**
 * It works on its answer. Where it gave a `ticket` the question is paid for, and is asked after by
 * that, never anew; `values` are what it knows already.
 */
type Later = {
  answer: "later";
  words: string;
  retryAfterSeconds?: number;
  values?: GivenValues;
  ticket?: string;
};

/** What was paid for and has not come yet: its ticket, what came at once, and how long ago, in ms. */
export type Pending = { ticket: string; values: GivenValues; ageMs: number };

/** How it is asked: for which fields, and after what. Left out where nothing is waited for. */
export type Asking = { fills?: Fills; pending?: Pending };

/**
 * A provider's answer (G.2). `words` tell marketing ops what happened, in one short sentence without
 * personal data. `values` of a match; `creditsLeft` where the provider says so. `retryAfterSeconds`
 * is the other side's own wish, where it has one.
 */
export type Answer =
  | { answer: "found"; words: string; values: GivenValues; creditsLeft?: number }
  | { answer: "no_match" | "nothing_to_ask"; words: string; creditsLeft?: number }
  | Later
  | { answer: "failed"; words: string; cause: FailureCause; retryAfterSeconds?: number }
  | { answer: "skipped"; words: string };

/** Answers of a provider that is down, or that was not asked for that: what it knows waits (M.2). */
export const FAILURES: readonly Answer["answer"][] = ["failed", "skipped"];

/** One lookup of a provider. */
export type ProviderLookup = {
  lookup: Lookup;
  /** What one answer costs, in cents. */
  costCents: number;
  /** The fields it can fill, each with its default mode. */
  fills: Fills;
  timeLimitMs: number;
  cacheDays: number;
  /** True where it answers out of this process's memory: then no breaker watches it. */
  local?: boolean;
  /**
   * Asks; never throws for what the other side does wrong: that is a `failed` answer. `signal` ends
   * the request at the time limit; the caller then records `time_limit`.
   */
  ask(subject: Subject, signal: AbortSignal, asking?: Asking): Promise<Answer>;
};

/** What a provider needs to be connected: the settings that may be seen, and the secrets that may not. */
export type ProviderSetting = { key: string; label: string; secret: boolean; optional?: boolean };

/** A provider ready to be asked, made of a connection's settings and secrets. */
export type Provider = { id: string; label: string; lookups: readonly ProviderLookup[] };

/** A kind of provider that an admin can connect. `address` in the settings replaces its own host (tests, regions). */
export type ProviderSystem = {
  /** As in `connection.system`, such as 'clearbit'. */
  id: string;
  label: string;
  settings: readonly ProviderSetting[];
  /** The provider under a connection's settings and secrets, by their keys. */
  connect(given: {
    settings: { [key: string]: Json };
    secrets: { [key: string]: string };
  }): Provider;
};
