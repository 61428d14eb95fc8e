"use client";

import { Button } from "../../ui/button";
import { Section } from "../../ui/section";
import { RowControl } from "../row-control";
import { RowMoves } from "../row-moves";
import { useRouting } from "./routing-desk";
import { freshId, movedRow, type SegmentDraft } from "./routing-draft";

const TIERS = [1, 2, 3] as const;

function Tiers({ segment, change }: { segment: SegmentDraft; change: Change }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 text-label text-faint">
        Tiers<span className="sr-only"> of {segment.name}</span>
      </legend>
      <div className="flex gap-3">
        {TIERS.map((tier) => (
          <label
            key={tier}
            className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          >
            <input
              type="checkbox"
              checked={segment.tiers.includes(tier)}
              onChange={({ target }) =>
                change({
                  tiers: target.checked
                    ? [...segment.tiers, tier].toSorted()
                    : segment.tiers.filter((one) => one !== tier),
                })
              }
              className="size-4"
            />
            {tier}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type Change = (patch: Partial<SegmentDraft>) => void;

const CONTROLS = [
  { key: "name", label: "Segment", width: "min-w-full sm:min-w-44 flex-1" },
  { key: "places", label: "Countries or regions", width: "min-w-44 flex-1" },
  { key: "employeesFrom", label: "Employees from", width: "w-28", numeric: true },
  { key: "employeesTo", label: "to", width: "w-24", numeric: true },
  { key: "industries", label: "Industry words", width: "min-w-44 flex-1" },
] as const;

function Segment({ index }: { index: number }) {
  const { draft, edit, errorOf } = useRouting();
  const segment = draft.segments[index];
  if (!segment) return null;
  const set = (segments: (before: SegmentDraft[]) => SegmentDraft[]) =>
    edit((before) => ({ ...before, segments: segments(before.segments) }));
  const change: Change = (patch) =>
    set((before) => before.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  return (
    <li className="border-b border-line py-3 first:pt-0">
      <div className="flex flex-wrap items-start gap-2">
        {CONTROLS.map(({ key, label, width, ...rest }) => (
          <div key={key} className={width}>
            <RowControl
              label={label}
              value={segment[key]}
              onType={(text) => change({ [key]: text })}
              error={errorOf(`segments.${index}.${key}`)}
              {...rest}
              {...(key === "name" ? {} : { of: segment.name })}
            />
          </div>
        ))}
        <Tiers segment={segment} change={change} />
        <RowMoves
          name={segment.name || `segment ${index + 1}`}
          isFirst={index === 0}
          isLast={index === draft.segments.length - 1}
          onMove={(by) => set((before) => movedRow(before, index, by))}
          onRemove={() => set((before) => before.filter((_, at) => at !== index))}
        />
      </div>
    </li>
  );
}

/** Named kinds of leads, which a segment rule gives to the reps who take them. */
export function RoutingSegments() {
  const { draft, edit } = useRouting();
  const add = () =>
    edit((before) => ({
      ...before,
      segments: [
        ...before.segments,
        {
          id: freshId(before.segments, "segment"),
          name: "",
          tiers: [],
          places: "",
          employeesFrom: "",
          employeesTo: "",
          industries: "",
        },
      ],
    }));
  return (
    <Section title="Segments" className="mb-6">
      <ol>
        {draft.segments.map(({ id }, index) => (
          <Segment key={id} index={index} />
        ))}
      </ol>
      <Button className="mt-3" onClick={add}>
        Add a segment
      </Button>
      <p className="mt-2 text-small text-faint">
        What is left empty does not matter. Countries by name or code; regions such as EMEA,
        Nordics, DACH, Americas, APAC. Who takes a segment is written at each rep below.
      </p>
    </Section>
  );
}
