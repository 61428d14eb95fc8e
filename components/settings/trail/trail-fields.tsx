"use client";

import type { ReactNode } from "react";
import { WINDOW_GROUPS, type WindowGroup } from "@/lib/trail/settings";
import { TextArea } from "../../form/text-area";
import { TextInput } from "../../form/text-input";
import type { TrailField, TrailText } from "./trail-input";

type NumberKey = "windowDays" | "dormantDays" | "scannerSeconds" | "burstMilliseconds";
type ListKey =
  | "ownDomains"
  | "staffAddresses"
  | "otherProducts"
  | "otherPaths"
  | "testWords"
  | "gatewayMarks"
  | "prefetchMarks";

type Given = { text: TrailText; type: (field: TrailField, text: string) => void };

/** What ties an input to its field. */
const fieldOf = ({ text, type }: Given, field: TrailField) => ({
  name: `settings.${field}`,
  value: text[field],
  onChange: ({ target }: { target: { value: string } }) => type(field, target.value),
});

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mb-7 min-w-0 border-t border-line pt-3">
      <legend className="float-left mb-3 w-full text-label font-semibold text-soft">{title}</legend>
      <div className="clear-both grid gap-x-6 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

function NumberOf({ of, label, ...given }: Given & { of: NumberKey; label: string }) {
  return <TextInput {...fieldOf(given, of)} label={label} inputMode="numeric" />;
}

type ListProps = Given & { of: ListKey; label: string; hint?: string };

function ListOf({ of, label, hint = "One a line.", ...given }: ListProps) {
  return (
    <TextArea
      {...fieldOf(given, of)}
      label={label}
      hint={hint}
      optional
      rows={3}
      spellCheck={false}
    />
  );
}

function Windows(given: Given) {
  return (
    <Group title="How long activities count">
      <NumberOf {...given} of="windowDays" label="All of them, in days" />
      <NumberOf {...given} of="dormantDays" label="Quiet before a return, in days" />
      {(Object.keys(WINDOW_GROUPS) as WindowGroup[]).map((group) => (
        <TextInput
          key={group}
          {...fieldOf(given, `windows.${group}`)}
          label={`${WINDOW_GROUPS[group].label}, in days`}
          optional
          inputMode="numeric"
          placeholder="as all of them"
        />
      ))}
    </Group>
  );
}

function Machines(given: Given) {
  return (
    <Group title="Machines">
      <NumberOf
        {...given}
        of="scannerSeconds"
        label="A click this soon after delivery is a machine’s, in seconds"
      />
      <NumberOf
        {...given}
        of="burstMilliseconds"
        label="Two links of one mail this close are a machine’s, in milliseconds"
      />
      <ListOf {...given} of="gatewayMarks" label="Marks of mail gateways" />
      <ListOf {...given} of="prefetchMarks" label="Marks of mail programs" />
    </Group>
  );
}

function People(given: Given) {
  const domains = "One a line. Those of the people who sign in here count without being named.";
  return (
    <Group title="Our own people and tests">
      <ListOf {...given} of="ownDomains" label="Our own domains" hint={domains} />
      <ListOf {...given} of="staffAddresses" label="Addresses of our people elsewhere" />
      <ListOf
        {...given}
        of="testWords"
        label="Test words"
        hint="A form with a field that holds just this is a test."
      />
    </Group>
  );
}

function Products({ installed, ...given }: Given & { installed: readonly string[] }) {
  const asInstalled =
    installed.length > 0 ? `As installed: ${installed.join(", ")}` : "All of them";
  return (
    <Group title="Products and business units">
      <TextArea
        {...fieldOf(given, "products")}
        label="Products that count"
        hint={`One a line. Left empty: ${asInstalled.charAt(0).toLowerCase()}${asInstalled.slice(1)}.`}
        optional
        rows={3}
      />
      <ListOf
        {...given}
        of="otherProducts"
        label="Other products and business units"
        hint="One a line. Their forms, and what is tagged with them, are left out."
      />
      <ListOf
        {...given}
        of="otherPaths"
        label="Pages of other products"
        hint="Where they begin, such as /energy."
      />
    </Group>
  );
}

/** Every setting of the exclusion rules, in groups. */
export function TrailFields(props: Given & { installed: readonly string[] }) {
  const { installed, ...given } = props;
  return (
    <>
      <Windows {...given} />
      <Machines {...given} />
      <People {...given} />
      <Products {...given} installed={installed} />
      <Group title="Retention">
        <TextInput
          {...fieldOf(given, "retentionMonths")}
          label="Keep activities for, in months"
          hint="Whole months that are older are deleted for good. Left empty, all are kept."
          optional
          inputMode="numeric"
        />
      </Group>
    </>
  );
}
