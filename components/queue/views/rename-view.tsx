import { LONGEST_NAME } from "@/lib/queue/saved/saved-query";
import { typed } from "../../form/typed";
import { Button } from "../../ui/button";

type RenameViewProps = {
  name: string;
  busy: boolean;
  onRename: (next: string) => void;
  onCancel: () => void;
};

const begin = (input: HTMLInputElement | null) => input?.select();

/** Takes another name for a saved view; what one types goes over the one that it has. */
export function RenameView({ name, busy, onRename, onCancel }: RenameViewProps) {
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(typed(new FormData(event.currentTarget), "name").trim());
      }}
    >
      <input
        ref={begin}
        name="name"
        defaultValue={name}
        aria-label={`New name of ${name}`}
        autoComplete="off"
        maxLength={LONGEST_NAME}
        className="min-h-8 min-w-0 flex-1 rounded-control border border-control bg-surface px-2 pointer-coarse:min-h-11"
      />
      <Button type="submit" disabled={busy}>
        Rename
      </Button>
      <Button variant="bare" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
