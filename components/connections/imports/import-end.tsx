import type { ImportRun } from "@/lib/intake/imports/run";
import { importAddress, opsAddress } from "@/lib/platform/address";
import { ButtonLink } from "../../ui/button-link";
import { buttonLook } from "../../ui/button-look";

/** What to do after an import. */
export function ImportEnd({ run }: { run: ImportRun }) {
  const tookLeads = run.target === "leads" && run.rowsNew + run.rowsChanged > 0;
  return (
    <>
      {run.rowsRefused > 0 && (
        <a
          href={`/api/imports/${run.id}/rejects`}
          download
          className={buttonLook("primary", false)}
        >
          Download refused rows
        </a>
      )}
      {tookLeads && <ButtonLink href={opsAddress()}>See what needs you</ButtonLink>}
      <ButtonLink href={importAddress()}>Import another</ButtonLink>
    </>
  );
}
