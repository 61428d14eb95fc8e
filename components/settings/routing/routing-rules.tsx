"use client";

import { type RoutingRule, RULE_KINDS, type RuleKind } from "@/lib/routing/rule-book";
import { HOURS, type Hours } from "@/lib/routing/rules/rule";
import { SKILLS, type Skill } from "@/lib/routing/rules/skill";
import { CheckBox } from "../../form/check-box";
import { Menu, MenuAction } from "../../ui/menu";
import { Section } from "../../ui/section";
import { RowControl } from "../row-control";
import { RowMoves } from "../row-moves";
import { RoutingChoice } from "./routing-choice";
import { useRouting } from "./routing-desk";
import { freshId, movedRow } from "./routing-draft";

const KIND_WORDS: Record<RuleKind, string> = {
  account_ownership: "To whoever owns the company’s account",
  territory: "To those whose territory has the lead’s country",
  skill: "To those who have the skill",
  round_robin: "To everybody in turns, by weight",
  first_to_start: "To those who start work first, while nobody is at work",
};

const HOURS_SHORT: Record<Hours, string> = {
  at_work: "Only while at work",
  any: "Also outside hours",
};

function useRule(index: number) {
  const { draft, edit, errorOf } = useRouting();
  const change = (patch: { name?: string; on?: boolean; hours?: Hours } | { skill: Skill }) =>
    edit((before) => ({
      ...before,
      rules: before.rules.map((rule, at) =>
        at === index ? ({ ...rule, ...patch } as RoutingRule) : rule,
      ),
    }));
  return { rule: draft.rules[index], change, error: errorOf(`rules.${index}.`) };
}

function Moves({ index }: { index: number }) {
  const { draft, edit } = useRouting();
  return (
    <RowMoves
      name={draft.rules[index]?.name || `rule ${index + 1}`}
      isFirst={index === 0}
      isLast={index === draft.rules.length - 1}
      onMove={(by) => edit((before) => ({ ...before, rules: movedRow(before.rules, index, by) }))}
      onRemove={() =>
        edit((before) => ({ ...before, rules: before.rules.filter((_, at) => at !== index) }))
      }
    />
  );
}

function Rule({ index }: { index: number }) {
  const { rule, change, error } = useRule(index);
  if (!rule) return null;
  return (
    <li className="border-b border-line py-3 first:pt-0">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-full flex-1 sm:min-w-48">
          <RowControl
            label={`Rule ${index + 1}`}
            value={rule.name}
            onType={(name) => change({ name })}
            error={error}
          />
        </div>
        {rule.kind === "skill" && (
          <div className="w-32">
            <RoutingChoice
              label="Skill"
              of={rule.name}
              value={rule.skill}
              options={SKILLS}
              onChoose={(skill) => change({ skill })}
            />
          </div>
        )}
        {rule.kind !== "first_to_start" && (
          <div className="w-44">
            <RoutingChoice
              label="Gives leads"
              of={rule.name}
              value={rule.hours}
              options={HOURS_SHORT}
              onChoose={(hours) => change({ hours })}
            />
          </div>
        )}
        <Moves index={index} />
      </div>
      <div className="mt-1.5 flex items-center justify-between gap-x-4 text-small text-soft">
        <span>{KIND_WORDS[rule.kind]}</span>
        <CheckBox
          label={
            <>
              On<span className="sr-only">: {rule.name}</span>
            </>
          }
          checked={rule.on}
          onChange={({ target }) => change({ on: target.checked })}
        />
      </div>
    </li>
  );
}

function newRule(rules: readonly RoutingRule[], kind: RuleKind): RoutingRule {
  const plain = { id: freshId(rules, "rule"), name: RULE_KINDS[kind], on: true };
  if (kind === "skill") return { ...plain, kind, skill: "language", hours: "at_work" };
  return { ...plain, kind, hours: kind === "first_to_start" ? "any" : "at_work" };
}

/** The rules in their order, to be renamed, moved, switched off, added and removed. */
export function RoutingRules() {
  const { draft, edit, errorOf } = useRouting();
  const add = (kind: RuleKind) =>
    edit((before) => ({ ...before, rules: [...before.rules, newRule(before.rules, kind)] }));
  const error = draft.rules.length === 0 ? errorOf("rules") : undefined;
  return (
    <Section title="Rules" aside="The first that finds somebody decides" className="mb-6">
      <ol>
        {draft.rules.map(({ id }, index) => (
          <Rule key={id} index={index} />
        ))}
      </ol>
      {error && (
        <p role="alert" className="mt-2 text-small font-medium text-bad">
          {error}
        </p>
      )}
      <div className="mt-3">
        <Menu trigger="Add a rule" label="Add a rule">
          {(Object.keys(RULE_KINDS) as RuleKind[]).map((kind) => (
            <MenuAction key={kind} onSelect={() => add(kind)}>
              {RULE_KINDS[kind]}
            </MenuAction>
          ))}
        </Menu>
      </div>
      <p className="mt-2 text-small text-faint">
        No rule gives a lead to anybody who is away, at their cap or without access.{" "}
        {HOURS.any.split(":")[0]}, a lead waits until they start.
      </p>
    </Section>
  );
}
