import { formatNumber } from "@/lib/platform/format-number";

type FieldMapNoteProps = { leads: number; looked: number; toCrm: boolean; locale: string };

/** What the numbers of the map stand on, and where values go. */
export function FieldMapNote({ leads, looked, toCrm, locale }: FieldMapNoteProps) {
  return (
    <p className="my-3 max-w-[90ch] text-small text-soft">
      {toCrm
        ? "Every value is in the note that goes to the CRM, too; which have a field of their own there is set with the CRM’s connection."
        : "No CRM is connected, so values go to the handoff page and the API only."}
      {looked < leads &&
        ` Filled is counted over every lead; how and when values arrived is from ${formatNumber(looked, locale)} of them drawn at random, so shares there are right to about 4 points, and a rare field may have arrived later than it says.`}
    </p>
  );
}
