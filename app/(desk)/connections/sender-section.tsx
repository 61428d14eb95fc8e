import { senderLine } from "@/components/connections/sender-line";
import { SenderTable } from "@/components/connections/sender-table";
import { Section } from "@/components/ui/section";
import type { Viewer } from "@/lib/access/viewer";
import { daysOfEvents } from "@/lib/connections/senders/queries";
import { readings } from "@/lib/connections/sources/queries";
import type { ConnectionView } from "@/lib/connections/view";

type SenderSectionProps = {
  senders: readonly ConnectionView[];
  mayChange: boolean;
  /** Our own address, as others reach it. */
  base: string;
  viewer: Viewer;
  now: Date;
};

/** The systems that call us, each with the address that it calls. */
export async function SenderSection({ senders, mayChange, base, viewer, now }: SenderSectionProps) {
  const ids = senders.map(({ id }) => id);
  const [days, read] = await Promise.all([daysOfEvents(viewer, ids, now), readings(viewer, ids)]);
  return (
    <Section
      title="Sending to Baton"
      aside={
        <a href="/api/v1/docs#signed" className="underline underline-offset-3 hover:text-ink">
          How to send
        </a>
      }
      className="mt-10 min-w-0"
    >
      <SenderTable
        lines={senders.map((view) =>
          senderLine(
            view,
            { day: days.get(view.id), read: read.get(view.id) },
            { mayChange, base, reader: viewer, now },
          ),
        )}
      />
    </Section>
  );
}
