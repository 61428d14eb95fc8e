import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatDay } from "@/lib/platform/format";
import { shortened, shownLine } from "@/lib/platform/shown-text";
import { type Attribution as Attributed, attribution } from "@/lib/standard/handoff-metadata";
import { FieldRow } from "../ui/fields";
import { Trust } from "../ui/trust";
import { FieldLine } from "./field-line";
import { FieldName, ReportMissing } from "./field-name";
import { type Reading, trustOf } from "./field-state";

type AttributionProps = { snapshot: Snapshot; reading: Reading };
type Touch = Attributed["firstTouch"];

const LONGEST = 100;
const clean = (text: string) => shortened(shownLine(text), LONGEST);

/** What a touch adds to the rows above it: often only when it was. */
function touchWords(touch: NonNullable<Touch>, known: Attributed): string {
  const parts = (["campaign", "channel", "asset"] as const).filter(
    (part) => touch[part] && touch[part] !== known[part],
  );
  return parts.map((part) => clean(touch[part] ?? "")).join(", ") || "as above";
}

function Touches({ value, reading }: { value: Attributed; reading: Reading }) {
  const { firstTouch, lastTouch } = value;
  const rows = [
    ["First touch", firstTouch],
    ["Last touch", lastTouch?.at === firstTouch?.at ? null : lastTouch],
  ] as const;
  return rows.map(
    ([name, touch]) =>
      touch && (
        <FieldRow key={name} name={name}>
          {touchWords(touch, value)}
          <span className="text-faint">
            , {formatDay(new Date(touch.at), reading.reader, reading.now, "short")}
          </span>
        </FieldRow>
      ),
  );
}

/** C5.3, part by part, so that a missing asset is shown as the gap that it is. */
export function Attribution({ snapshot, reading }: AttributionProps) {
  const field = snapshot.fields["C5.3"];
  const parsed = attribution.safeParse(field?.value);
  if (!field || !parsed.success) {
    return <FieldLine id="C5.3" label="Campaign" snapshot={snapshot} reading={reading} />;
  }
  const { campaign, channel, asset } = parsed.data;
  const absent = (label: string, words = `${label} absent`) => (
    <>
      <span className="font-medium text-bad">{words}</span>
      <ReportMissing id="C5.3" label={label} />
    </>
  );
  return (
    <>
      <FieldRow name={<FieldName id="C5.3" label="Campaign" />}>
        {campaign ? clean(campaign) : absent("campaign")},{" "}
        {channel ? clean(channel) : absent("channel")}{" "}
        <Trust {...trustOf("C5.3", field, reading)} />
      </FieldRow>
      <FieldRow name={<FieldName id="C5.3" label="Asset" />}>
        {asset ? clean(asset) : absent("asset", "absent")}
      </FieldRow>
      <Touches value={parsed.data} reading={reading} />
    </>
  );
}
