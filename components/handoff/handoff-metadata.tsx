import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatExact, formatMoment } from "@/lib/platform/format";
import { FieldRow, Fields } from "../ui/fields";
import { Section } from "../ui/section";
import { Time } from "../ui/time";
import { Attribution } from "./attribution";
import { FieldName } from "./field-name";
import type { Reading } from "./field-state";
import { RoutingPath } from "./routing-path";

type CategoryProps = { snapshot: Snapshot; reading: Reading };

/** Why this rep, and every rule that was asked before (C5.2). */
function Routing({ snapshot, label }: { snapshot: Snapshot; label: string }) {
  const { routingReason, routingPath } = snapshot;
  return (
    <FieldRow name={<FieldName id="C5.2" label={label} />}>
      {routingReason}
      {routingPath.length > 0 && <RoutingPath steps={routingPath} />}
    </FieldRow>
  );
}

type HandoffMetadataProps = CategoryProps & {
  /** True for the rep it was given to. */
  own: boolean;
};

/** C5: when, why this rep, and from where. */
export function HandoffMetadata({ snapshot, reading, own }: HandoffMetadataProps) {
  const routedAt = new Date(snapshot.routedAt);
  const { reader, now } = reading;
  return (
    <Section
      title="Handoff metadata"
      mark={snapshot.completeness.handoffMetadata}
      aside={`standard version ${snapshot.standardVersion}`}
    >
      <Fields>
        <FieldRow name={<FieldName id="C5.1" label="Routed" />}>
          <Time at={routedAt} exact={formatExact(routedAt, reader)}>
            {formatMoment(routedAt, reader, now, "second")}
          </Time>
          {!own && `, to ${snapshot.owner.name}`}
        </FieldRow>
        <Routing snapshot={snapshot} label={own ? "To you" : "Why"} />
        <Attribution snapshot={snapshot} reading={reading} />
      </Fields>
    </Section>
  );
}
