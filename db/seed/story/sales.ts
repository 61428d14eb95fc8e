import type { AttemptKind, AttemptResult, RejectionReason } from "@/lib/handoff/outcome";
import { DAY, HOUR, MINUTE, SECOND } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";
import type { Random } from "../random";
import type { StaffMember } from "../staff";
import { after, atTheDesk } from "./calendar";
import type { LeadHappening } from "./happening";
import type { LeadPlan } from "./plan";

/** A handoff as the rep who owns it sees it arrive. `times`: how often the lead was given before. */
export type Given = {
  lead: string;
  handoffId: string;
  owner: StaffMember;
  routedAt: Date;
  times: number;
};

type Verdict = { reason: RejectionReason; fieldId?: FieldId; words?: string };

const REJECTED = 0.12;
const SAID_MISSING = 0.15;
const MISSED: readonly FieldId[] = ["C3.9", "C2.4", "C5.3", "C3.8", "C2.2", "C5.4"];
const OTHERS = [
  "Writing a thesis, will not buy.",
  "Left the company last week.",
  "Wants a partner agreement, not a licence.",
];

function verdict(chance: Random, { prospect }: LeadPlan): Verdict | null {
  if (prospect.match === "existing_customer" && chance.chance(0.6))
    return { reason: "existing_customer" };
  if (!chance.chance(REJECTED)) return null;
  const reason = chance.weighted({
    not_icp: 28,
    no_need: 34,
    duplicate: 12,
    other: 14,
    wrong_contact_data: 12,
  });
  if (reason === "other") return { reason, words: chance.pick(OTHERS) };
  if (reason === "wrong_contact_data") {
    return { reason, fieldId: "C1.5", words: "Somebody else answers this number." };
  }
  return { reason };
}

type Try = { attempt: AttemptKind; result: AttemptResult };

function nextTry(chance: Random, number: number): Try {
  if (number === 1 && chance.chance(0.5)) return { attempt: "email", result: "sent" };
  const result = chance.weighted({
    reached: number === 0 ? 46 : 58,
    no_answer: 30,
    left_message: 18,
  });
  return { attempt: chance.chance(0.9) ? "call" : "message", result };
}

/** The first try comes inside the response window as often as the rep's habit has it. */
function firstDelay(chance: Random, { prompt }: StaffMember): number {
  if (chance.chance(prompt)) return chance.between(35, 285) * SECOND;
  return chance.chance(0.7) ? chance.between(6, 75) * MINUTE : chance.between(2, 6) * HOUR;
}

const MOST_TRIES = 3;

/** Whose doing it is, and about which handoff of which lead. */
const doing = ({ lead, handoffId, owner }: Given) => ({ lead, handoffId, by: owner.key });

type Tries = { attempts: LeadHappening[]; reachedAt: Date | null; last: Date };

/** Tries until somebody answers, at most three times over a few days. */
function tries(chance: Random, given: Given): Tries {
  const { owner, routedAt } = given;
  const attempts: LeadHappening[] = [];
  let at = atTheDesk(routedAt, firstDelay(chance, owner), owner.utcOffset);
  for (let number = 0; ; number++) {
    const tried = nextTry(chance, number);
    attempts.push({ kind: "attempted", at, ...doing(given), ...tried });
    if (tried.result === "reached") return { attempts, reachedAt: at, last: at };
    if (number === MOST_TRIES - 1) return { attempts, reachedAt: null, last: at };
    const later = after(at, chance.between(20, 40) * HOUR);
    at = atTheDesk(later, chance.between(5, 90) * MINUTE, owner.utcOffset);
  }
}

function decision(chance: Random, plan: LeadPlan, given: Given, talkedAt: Date): LeadHappening[] {
  const at = atTheDesk(talkedAt, chance.between(4, 50) * MINUTE, given.owner.utcOffset);
  const rejected = given.times > 0 ? null : verdict(chance, plan);
  if (!rejected) return [{ kind: "accepted", at, ...doing(given) }];
  const said = { kind: "rejected", at, ...doing(given), ...rejected } as const;
  return [said, ...secondTry(chance, plan, rejected, at)];
}

/** A wrong number is found and the lead released once more (Q.5). */
function secondTry(chance: Random, plan: LeadPlan, { reason }: Verdict, at: Date): LeadHappening[] {
  if (reason !== "wrong_contact_data" || chance.chance(0.3)) return [];
  const fixed = atTheDesk(after(at, DAY), 20 * MINUTE, 1);
  const desk = { lead: plan.prospect.key, by: "sofia" };
  const value = plan.prospect.country.mobile.replace(/#/g, () => `${chance.between(0, 9)}`);
  return [
    { kind: "filled", at: fixed, ...desk, fieldId: "C1.5", value },
    { kind: "released", at: after(fixed, MINUTE), ...desk },
  ];
}

/** The live scene ends here: what is not tried by now is for whoever signs in. */
function tried(chance: Random, given: Given): LeadHappening {
  const at = after(given.routedAt, chance.between(70, 260) * SECOND);
  const result = chance.pick(["no_answer", "left_message"] as const);
  return { kind: "attempted", at, ...doing(given), attempt: "call", result };
}

/** What a rep does with a lead once it is theirs: calls, decides, says what was missing. */
export function selling(chance: Random, plan: LeadPlan, given: Given): LeadHappening[] {
  if (plan.course === "live") return plan.tried ? [tried(chance, given)] : [];
  const { attempts, reachedAt, last } = tries(chance, given);
  const noticedAt = after(attempts[0]?.at ?? given.routedAt, 3 * MINUTE);
  const missed: LeadHappening[] = chance.chance(SAID_MISSING)
    ? [{ kind: "missed", at: noticedAt, ...doing(given), fieldId: chance.pick(MISSED) }]
    : [];
  const done = [...attempts, ...missed];
  if (reachedAt) return [...done, ...decision(chance, plan, given, reachedAt)];
  const at = after(last, chance.between(5, 30) * MINUTE);
  return [...done, { kind: "rejected", at, ...doing(given), reason: "unreachable" }];
}
