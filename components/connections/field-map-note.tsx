import { formatNumber } from "@/lib/platform/format-number";

type FieldMapNoteProps = { leads: number; looked: number; locale: string };

/** What the numbers of the map stand on, and where values go. */
export function FieldMapNote({ leads, looked, locale }: FieldMapNoteProps) {
  return (
    <p className="my-3 max-w-[90ch] text-small text-soft">
      No CRM is connected, so values go to the handoff page and the API only.
      {looked < leads &&
        ` Filled is counted over every lead; how and when values arrived is from ${formatNumber(looked, locale)} of them drawn at random, so shares there are right to about 4 points, and a rare field may have arrived later than it says.`}
    </p>
  );
}
