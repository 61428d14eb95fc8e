import type { Reader } from "@/lib/platform/format";
import { SIDE_NAMES, SIDES } from "@/lib/written-standard/sides";
import type { Signature } from "@/lib/written-standard/view";
import { ReaderTime } from "../shell/reader-time";
import { Mark } from "../ui/mark";

type SignatureListProps = { signatures: readonly Signature[]; reader: Reader; now: Date };

const WAITING = { marketing: "waits for marketing ops", sales: "waits for a manager" };

/** Both sides with who has signed, or for whom it waits. */
export function SignatureList({ signatures, reader, now }: SignatureListProps) {
  return (
    <ul aria-label="Signatures" className="text-small">
      {SIDE_NAMES.map((side) => {
        const signed = signatures.find((signature) => signature.side === side);
        return (
          <li key={side} className="flex min-h-7 items-baseline gap-2">
            <Mark state={signed ? "complete" : "absent"} />
            <span className="w-[68px] shrink-0 text-faint">{SIDES[side]}</span>
            {signed ? (
              <span className="min-w-0">
                {signed.name},{" "}
                <span className="text-faint">
                  <ReaderTime at={signed.at} now={now} reader={reader} as="age" />
                </span>
              </span>
            ) : (
              <span className="text-faint">{WAITING[side]}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
