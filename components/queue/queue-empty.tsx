import type { QueueList } from "@/lib/queue/view";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";

const words: Record<QueueList, readonly [title: string, why: string]> = {
  open: [
    "No lead is waiting for you.",
    "The next one shows up here by itself, its clock running, with everything marketing knows.",
  ],
  accepted: ["Nothing accepted yet.", "A lead that you accept becomes an SQL and is kept here."],
  returned: [
    "Nothing rejected.",
    "A lead that you reject goes back to marketing ops with your reason, and is kept here.",
  ],
};

type QueueEmptyProps = { list: QueueList; unfilteredHref: string | undefined };

export function QueueEmpty({ list, unfilteredHref }: QueueEmptyProps) {
  if (unfilteredHref) {
    return (
      <EmptyState
        title="No lead is like that now."
        action={<ButtonLink href={unfilteredHref}>Show the whole queue</ButtonLink>}
      />
    );
  }
  const [title, why] = words[list];
  return <EmptyState title={title}>{why}</EmptyState>;
}
