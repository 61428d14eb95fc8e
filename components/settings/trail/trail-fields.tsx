"use client";

import type { ReactNode } from "react";
import { type ExclusionSettings, WINDOW_GROUPS, type WindowGroup } from "@/lib/trail/settings";
import { TextArea } from "../../form/text-area";
import { TextInput } from "../../form/text-input";

type NumberKey = "windowDays" | "dormantDays" | "scannerSeconds" | "burstMilliseconds";
type ListKey =
  | "ownDomains"
  | "staffAddresses"
  | "otherProducts"
  | "otherPaths"
  | "testWords"
  | "gatewayMarks"
  | "prefetchMarks";

type Given = { settings: ExclusionSettings };

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mb-7 min-w-0 border-t border-line pt-3">
      <legend className="float-left mb-3 w-full text-label font-semibold text-soft">{title}</legend>
      <div className="clear-both grid gap-x-6 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

function NumberOf({ settings, of, label }: Given & { of: NumberKey; label: string }) {
  const name = `settings.${of}`;
  return <TextInput name={name} label={label} inputMode="numeric" defaultValue={settings[of]} />;
}

type ListProps = Given & { of: ListKey; label: string; hint?: string };

function ListOf({ settings, of, label, hint = "One a line." }: ListProps) {
  return (
    <TextArea
      name={`settings.${of}`}
      label={label}
      hint={hint}
      optional
      rows={3}
      spellCheck={false}
      defaultValue={settings[of].join("\n")}
    />
  );
}

function Windows({ settings }: Given) {
  return (
    <Group title="How long activities count">
      <NumberOf settings={settings} of="windowDays" label="All of them, in days" />
      <NumberOf settings={settings} of="dormantDays" label="Quiet before a return, in days" />
      {(Object.keys(WINDOW_GROUPS) as WindowGroup[]).map((group) => (
        <TextInput
          key={group}
          name={`settings.windows.${group}`}
          label={`${WINDOW_GROUPS[group].label}, in days`}
          optional
          inputMode="numeric"
          placeholder="as all of them"
          defaultValue={settings.windows[group] ?? ""}
        />
      ))}
    </Group>
  );
}

function Machines({ settings }: Given) {
  return (
    <Group title="Machines">
      <NumberOf
        settings={settings}
        of="scannerSeconds"
        label="A click this soon after delivery is a machine’s, in seconds"
      />
      <NumberOf
        settings={settings}
        of="burstMilliseconds"
        label="Two links of one mail this close are a machine’s, in milliseconds"
      />
      <ListOf settings={settings} of="gatewayMarks" label="Marks of mail gateways" />
      <ListOf settings={settings} of="prefetchMarks" label="Marks of mail programs" />
    </Group>
  );
}

function People({ settings }: Given) {
  const domains = "One a line. Those of the people who sign in here count without being named.";
  return (
    <Group title="Our own people and tests">
      <ListOf settings={settings} of="ownDomains" label="Our own domains" hint={domains} />
      <ListOf settings={settings} of="staffAddresses" label="Addresses of our people elsewhere" />
      <ListOf
        settings={settings}
        of="testWords"
        label="Test words"
        hint="A form with a field that holds just this is a test."
      />
    </Group>
  );
}

function Products({ settings, installed }: Given & { installed: readonly string[] }) {
  const asInstalled =
    installed.length > 0 ? `As installed: ${installed.join(", ")}` : "All of them";
  return (
    <Group title="Products and business units">
      <TextArea
        name="settings.products"
        label="Products that count"
        hint={`One a line. Left empty: ${asInstalled.charAt(0).toLowerCase()}${asInstalled.slice(1)}.`}
        optional
        rows={3}
        defaultValue={settings.products?.join("\n") ?? ""}
      />
      <ListOf
        settings={settings}
        of="otherProducts"
        label="Other products and business units"
        hint="One a line. Their forms, and what is tagged with them, are left out."
      />
      <ListOf
        settings={settings}
        of="otherPaths"
        label="Pages of other products"
        hint="Where they begin, such as /energy."
      />
    </Group>
  );
}

/** Every setting of the exclusion rules, in groups. */
export function TrailFields(props: Given & { installed: readonly string[] }) {
  const { settings, installed } = props;
  return (
    <>
      <Windows settings={settings} />
      <Machines settings={settings} />
      <People settings={settings} />
      <Products settings={settings} installed={installed} />
      <Group title="Retention">
        <TextInput
          name="settings.retentionMonths"
          label="Keep activities for, in months"
          hint="Whole months that are older are deleted for good. Left empty, all are kept."
          optional
          inputMode="numeric"
          defaultValue={settings.retentionMonths ?? ""}
        />
      </Group>
    </>
  );
}
