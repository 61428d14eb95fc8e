import type { Role } from "@/lib/access/roles";
import type { HandoffView } from "@/lib/handoff/view";
import { leadAddress, opsAddress, opsLeadAddress, queueAddress } from "@/lib/platform/address";
import { lastingQuery, type QueueView, viewQuery } from "@/lib/queue/view";
import { PositionBar } from "../shell/position-bar";
import { ButtonLink } from "../ui/button-link";
import { ClockFace } from "./clock-face";
import type { Reading } from "./field-state";
import { HandoffActions } from "./handoff-actions";

type HandoffBarProps = {
  view: HandoffView;
  reading: Reading;
  list: QueueView;
  role: Role;
};

/** The way back is to the list as it is now; only next and previous keep to how it stood. */
function backOf(role: Role, list: QueueView, leadId: string) {
  if (role === "rep") {
    return { href: queueAddress({ ...lastingQuery(list), from: leadId }), label: "Queue" };
  }
  return role === "manager"
    ? { href: "/audit", label: "Audit" }
    : { href: opsAddress(), label: "Needs you" };
}

function decidedReason({ decision, givenOn }: HandoffView): string | undefined {
  if (givenOn) return `${givenOn.to} has this lead now.`;
  if (!decision) return undefined;
  return decision.accepted ? "You accepted this lead." : "You sent this lead back.";
}

/** Where one is in the list, what the clock says, and what to do. Stays in sight. */
export function HandoffBar({ view, reading, list, role }: HandoffBarProps) {
  const { place } = view;
  const phone = view.snapshot.fields["C1.5"]?.value;
  const href = (id: string) => leadAddress(id, viewQuery(list));
  return (
    <PositionBar
      back={backOf(role, list, view.leadId)}
      {...(place && { position: { at: place.at, of: place.of } })}
      {...(place?.previous && { previousHref: href(place.previous) })}
      {...(place?.next && { nextHref: href(place.next) })}
    >
      <ClockFace view={view} reading={reading} />
      <HandoffActions
        phone={typeof phone === "string" ? phone : null}
        decided={decidedReason(view)}
      />
      {(role === "marketing_ops" || role === "admin") && (
        <ButtonLink href={opsLeadAddress(view.leadId)} kbd="E">
          Document
        </ButtonLink>
      )}
    </PositionBar>
  );
}
