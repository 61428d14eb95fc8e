import type { KeyRow } from "@/lib/access/key-row";
import { formatDay, type Reader } from "@/lib/platform/format";
import { Section } from "../ui/section";
import { KEY_KINDS } from "./key-kinds";
import { KeyTable } from "./key-table";
import { NewKey } from "./new-key";

type KeySectionProps = { keys: KeyRow[]; reader: Reader; now: Date };

/** The keys of systems that send, for those who may make and revoke them. */
export function KeySection({ keys, reader, now }: KeySectionProps) {
  const lines = keys.map(({ id, name, kind, createdAt }) => ({
    id,
    name,
    opens: KEY_KINDS[kind],
    created: formatDay(createdAt, reader, now),
  }));
  return (
    <Section
      title="Keys"
      aside={
        <div className="-my-2">
          <NewKey />
        </div>
      }
    >
      <KeyTable lines={lines} />
    </Section>
  );
}
