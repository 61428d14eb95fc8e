import { importAddress } from "@/lib/platform/address";
import { ButtonLink } from "../../ui/button-link";
import { WarnBar } from "../../ui/warn-bar";
import { GoOn } from "./go-on";

type StoppedImportProps = { id: string; failure: string | null; fileIsHere: boolean };

/** Why an import does not go on, what was kept, and how it goes on. */
export function StoppedImport({ id, failure, fileIsHere }: StoppedImportProps) {
  const where = fileIsHere
    ? "What was taken in is kept."
    : "What was taken in is kept. Choose the same file again, or run the same command again: it goes on at the next row.";
  return (
    <div className="flex flex-col items-start gap-3">
      <WarnBar lead="This import stopped">{[failure, where].filter(Boolean).join(" ")}</WarnBar>
      {fileIsHere ? (
        <GoOn id={id} />
      ) : (
        <ButtonLink href={importAddress()}>Choose the file again</ButtonLink>
      )}
    </div>
  );
}
