import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatDay, formatExact, formatMoment } from "@/lib/platform/format";
import { shortened, shownLine } from "@/lib/platform/shown-text";
import { type Attribution, attribution } from "@/lib/standard/handoff-metadata";
import { type Reading, shownTrust } from "./field-state";
import { type LineWords, lineWords, type Piece } from "./line";

const LONGEST = 100;
const clean = (text: string) => shortened(shownLine(text), LONGEST);

/** What a touch adds to the rows above it: often only when it was. */
function touchWords(touch: NonNullable<Attribution["firstTouch"]>, known: Attribution): string {
  const parts = (["campaign", "channel", "asset"] as const).filter(
    (part) => touch[part] && touch[part] !== known[part],
  );
  return parts.map((part) => clean(touch[part] ?? "")).join(", ") || "as above";
}

function touchLines(known: Attribution, { reader, now }: Reading): LineWords[] {
  const { firstTouch, lastTouch } = known;
  const rows = [
    ["First touch", firstTouch],
    ["Last touch", lastTouch?.at === firstTouch?.at ? null : lastTouch],
  ] as const;
  return rows.flatMap(([label, touch]) => {
    if (!touch) return [];
    const faint = `, ${formatDay(new Date(touch.at), reader, now, "short")}`;
    return [{ label, words: touchWords(touch, known), faint }];
  });
}

/** C5.3, part by part, so that a missing asset is shown as the gap that it is. */
function attributionLines(snapshot: Snapshot, reading: Reading): LineWords[] {
  const field = snapshot.fields["C5.3"];
  const known = attribution.safeParse(field?.value).data;
  if (!field || !known) return [lineWords("C5.3", "Campaign", snapshot, reading)];
  const { campaign, channel, asset } = known;
  const piece = (text: string | null, label: string, words = `${label} absent`): Piece =>
    text ? clean(text) : { label, words };
  return [
    {
      id: "C5.3",
      label: "Campaign",
      words: "",
      pieces: [piece(campaign, "campaign"), piece(channel, "channel")],
      trust: shownTrust("C5.3", field, reading),
    },
    { id: "C5.3", label: "Asset", words: "", pieces: [piece(asset, "asset", "absent")] },
    ...touchLines(known, reading),
  ];
}

/** C5: when, why this rep, and from where. `own`: for the rep it was given to. */
export function metadataWords(snapshot: Snapshot, reading: Reading, own: boolean): LineWords[] {
  const { routingReason, routingPath, owner } = snapshot;
  const routedAt = new Date(snapshot.routedAt);
  const { reader, now } = reading;
  return [
    {
      id: "C5.1",
      label: "Routed",
      words: formatMoment(routedAt, reader, now, "second"),
      time: { at: routedAt.toISOString(), exact: formatExact(routedAt, reader) },
      ...(!own && { after: `, to ${owner.name}` }),
    },
    {
      id: "C5.2",
      label: own ? "To you" : "Why",
      words: routingReason,
      ...(routingPath.length > 0 && { path: routingPath }),
    },
    ...attributionLines(snapshot, reading),
  ];
}
