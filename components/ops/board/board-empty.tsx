import type { BoardKind } from "@/lib/documentation/board/kinds";
import { importAddress } from "@/lib/platform/address";
import { CATEGORY_NAMES } from "@/lib/standard/category-names";
import { ButtonLink } from "../../ui/button-link";
import { EmptyState } from "../../ui/empty-state";

const words: Record<BoardKind, { title: string; why: string }> = {
  enrichment: {
    title: "No lead is held at the gate.",
    why: `A lead comes here when a required field of ${CATEGORY_NAMES.contactBasics} or ${CATEGORY_NAMES.companyIntelligence} is missing.`,
  },
  summary: {
    title: "Every lead has its summary.",
    why: "A lead comes here once it is documented, until somebody has written or approved two or three sentences.",
  },
  flagged: {
    title: "No rep is missing anything.",
    why: "When a rep says that something was missing, the lead comes here with the field they named.",
  },
  returned: {
    title: "No lead came back.",
    why: "A lead that a rep rejects comes here with the reason.",
  },
  sync: {
    title: "Every provider answers.",
    why: "A lead comes here when a provider failed for it, until that one has answered.",
  },
  doubtful: {
    title: "Nothing that was left out looks doubtful.",
    why: "A click that was left out as a link scanner’s, though a visit followed, comes here.",
  },
  aside: {
    title: "Nothing is set aside.",
    why: "Test submissions and what is no lead at all are kept here, and can be brought back.",
  },
};

type BoardEmptyProps = {
  kind: BoardKind;
  unfilteredHref: string | undefined;
  /** Whether any lead has ever arrived; before that no list is empty because all is well. */
  begun: boolean;
};

export function BoardEmpty({ kind, unfilteredHref, begun }: BoardEmptyProps) {
  if (unfilteredHref) {
    return (
      <EmptyState
        title="No lead fits the search and the filters."
        action={<ButtonLink href={unfilteredHref}>Show all</ButtonLink>}
      />
    );
  }
  if (!begun) {
    return (
      <EmptyState
        title="No lead has arrived yet."
        action={<ButtonLink href={importAddress()}>Import a file</ButtonLink>}
      >
        Leads come from a connected system, by the API, or from a CSV file.
      </EmptyState>
    );
  }
  return <EmptyState title={words[kind].title}>{words[kind].why}</EmptyState>;
}
