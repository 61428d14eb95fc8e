import type { Change } from "@/lib/audit/result/earlier";
import type { AuditHead } from "@/lib/audit/sample/view";
import { auditAddress } from "@/lib/platform/address";
import { formatDay, type Reader } from "@/lib/platform/format";
import { formatSigned } from "@/lib/platform/format-number";
import { Section } from "../../ui/section";

type EarlierSectionProps = {
  earlier: AuditHead;
  changes: readonly Change[];
  reader: Reader;
  now: Date;
};

/** '+15 points (−9 to +38): that may be chance.' */
function changeWords({ difference, shown }: Change, locale: string): string {
  const points = (ratio: number) => formatSigned(ratio * 100, locale);
  const { by, low, high } = difference;
  const interval = `${points(by)} points (${points(low)} to ${points(high)})`;
  return shown ? `${interval}: it has changed` : `${interval}: that may be chance`;
}

/** What has changed since the audit before, and whether a sample of this size can show it (A.6). */
export function EarlierSection({ earlier, changes, reader, now }: EarlierSectionProps) {
  return (
    <Section
      title="Against the audit before"
      aside={
        <a href={auditAddress(earlier.id)} className="underline underline-offset-3">
          drawn {formatDay(earlier.at, reader, now, "short")}
        </a>
      }
      className="mt-6"
    >
      <ul className="num text-small">
        {changes.map((change) => (
          <li key={change.key} className={change.shown ? undefined : "text-soft"}>
            <span className="font-medium">{change.label}:</span>{" "}
            {changeWords(change, reader.locale)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
