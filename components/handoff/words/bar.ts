import { PERMISSIONS } from "@/lib/access/permissions";
import type { Role } from "@/lib/access/roles";
import type { HandoffView } from "@/lib/handoff/view";
import { leadAddress, opsAddress, opsLeadAddress, queueAddress } from "@/lib/platform/address";
import { COUNTED_PLACES } from "@/lib/queue/row";
import { lastingQuery, type QueueView, viewQuery } from "@/lib/queue/view";
import { placeWords } from "../../shell/place-words";

export type BarWords = {
  back: { href: string; label: string };
  position?: string;
  previousHref?: string;
  nextHref?: string;
  /** E.164; null where there is none. */
  phone: string | null;
  /** Where there is a reason not to call first: the button does not beckon then. */
  warned?: true;
  /** Why nothing can be decided any more: "You accepted this lead." */
  decided?: string;
  /** Where the lead is documented, for whoever does that. */
  documentHref?: string;
};

/** The way back is to the list as it is now; only next and previous keep to how it stood. */
function backOf(role: Role, list: QueueView, { leadId, decision, givenOn, place }: HandoffView) {
  if (role === "rep") {
    // What was decided on or given away is open no more: one finds what stood beside it.
    const isGone = list.list === "open" && (decision || givenOn);
    const from = (isGone && (place?.next ?? place?.previous)) || leadId;
    return { href: queueAddress({ ...lastingQuery(list), from }), label: "Queue" };
  }
  return role === "manager"
    ? { href: "/audit", label: "Audit" }
    : { href: opsAddress(), label: "Needs you" };
}

const documents = (role: Role) => PERMISSIONS["document leads"].some((one) => one === role);

function decidedReason({ decision, givenOn }: HandoffView): string | null {
  if (givenOn) return `${givenOn.to} has this lead now.`;
  if (!decision) return null;
  return decision.accepted ? "You accepted this lead." : "You sent this lead back.";
}

/** Where one is in the list `list`, which stands still while one walks it, and what can be done. */
export function barWords(
  view: HandoffView,
  list: QueueView,
  { role, locale }: { role: Role; locale: string },
): BarWords {
  const { place, leadId, snapshot } = view;
  const phone = snapshot.fields["C1.5"]?.value;
  const href = (id: string) => leadAddress(id, viewQuery(list));
  const decided = decidedReason(view);
  return {
    back: backOf(role, list, view),
    ...(place && { position: placeWords(place, locale, COUNTED_PLACES) }),
    ...(place?.previous && { previousHref: href(place.previous) }),
    ...(place?.next && { nextHref: href(place.next) }),
    phone: typeof phone === "string" ? phone : null,
    ...(decided && { decided }),
    ...(documents(role) && { documentHref: opsLeadAddress(leadId) }),
  };
}
