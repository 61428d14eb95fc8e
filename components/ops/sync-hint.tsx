import { connectionsAddress } from "@/lib/platform/address";

/** Where the systems themselves are looked at, and retried one by one or all at once (M.2). */
export function SyncHint() {
  return (
    <p className="py-2 text-small text-soft">
      Here are the leads that wait.{" "}
      <a href={connectionsAddress()} className="text-accent underline underline-offset-3">
        How each system keeps up
      </a>{" "}
      stands under Connections.
    </p>
  );
}
