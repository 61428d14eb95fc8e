import type { CrmView } from "@/lib/handoff/view";

/** "Working, owner Dana Kim"; what was not read there is left out. */
const said = ({ stage, owner, isAnothers }: CrmView) =>
  [stage, owner && `owner ${owner}${isAnothers ? ", who is not its rep here" : ""}`]
    .filter(Boolean)
    .join(", ");

/** Where the lead stands in each CRM by now, a line each; nothing where it has no record in one. */
export function CrmRecords({ records }: { records: readonly CrmView[] }) {
  return records.map((record) => {
    const { id, name, address } = record;
    const words = said(record);
    return (
      <p key={id} className="pt-1 text-small wrap-anywhere">
        In{" "}
        {address ? (
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className="underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            {name}
          </a>
        ) : (
          name
        )}
        : {words || "written, nothing read back yet"}
      </p>
    );
  });
}
