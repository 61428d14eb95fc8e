import { accountOwnership } from "./rules/account-ownership";
import { firstToStart } from "./rules/first-to-start";
import { roundRobin } from "./rules/round-robin";
import type { Answer, Hours, Question } from "./rules/rule";
import { type Skill, skill } from "./rules/skill";
import { territory } from "./rules/territory";
import type { Segment } from "./segment";

/** The kinds of rules there are, as they are called. */
export const RULE_KINDS = {
  account_ownership: "Account ownership",
  territory: "Territory",
  skill: "Skill",
  round_robin: "Round robin",
  first_to_start: "First to start",
} as const;
export type RuleKind = keyof typeof RULE_KINDS;

type Plain = { id: string; name: string; on: boolean; hours: Hours };

/** One rule of the order. `name` is what the path calls it. */
export type RoutingRule =
  | (Plain & { kind: Exclude<RuleKind, "skill"> })
  | (Plain & { kind: "skill"; skill: Skill });

/**
 * How leads are routed: the rules in their order, the segments they know, and who gets what no rule
 * gives to anybody; null only until an admin saves rules.
 */
export type RoutingSettings = {
  rules: readonly RoutingRule[];
  segments: readonly Segment[];
  fallbackId: string | null;
};

/** A version of the routing rules; 0 is what comes with the product. */
export type RoutingVersion = { version: number; settings: RoutingSettings };

const plain = { on: true, hours: "at_work" } as const;

/** What routes where nobody has written rules yet (C5.2). */
export const DEFAULT_ROUTING: RoutingSettings = {
  rules: [
    { ...plain, id: "account", kind: "account_ownership", name: "Account ownership" },
    { ...plain, id: "territory", kind: "territory", name: "Territory" },
    { ...plain, id: "segment", kind: "skill", skill: "segment", name: "Segment" },
    { ...plain, id: "product", kind: "skill", skill: "product", name: "Product" },
    { ...plain, id: "language", kind: "skill", skill: "language", name: "Language" },
    { ...plain, id: "turns", kind: "round_robin", name: "Round robin" },
    { ...plain, id: "first", kind: "first_to_start", name: "First to start", hours: "any" },
  ],
  segments: [],
  fallbackId: null,
};

/** What one rule says of a lead. */
export function answerOf(rule: RoutingRule, question: Question): Answer {
  switch (rule.kind) {
    case "account_ownership":
      return accountOwnership(question);
    case "territory":
      return territory(question);
    case "skill":
      return skill(question, rule);
    case "round_robin":
      return roundRobin(question);
    case "first_to_start":
      return firstToStart(question);
  }
}
