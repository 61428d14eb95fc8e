import { connectionsAddress } from "@/lib/platform/address";
import { ButtonLink } from "../../ui/button-link";
import { EmptyState } from "../../ui/empty-state";

/** Where nobody can be told of anything outside of Baton yet: what that means, and who changes it. */
export function NothingConnected({ mayConnect }: { mayConnect: boolean }) {
  return (
    <EmptyState
      title="Nothing is sent to you yet."
      action={
        mayConnect && (
          <ButtonLink href={connectionsAddress()}>Connect email, Slack or Teams</ButtonLink>
        )
      }
    >
      {mayConnect
        ? "Once email, Slack or Teams is connected, everybody chooses here what they are told by it, and when not. Until then all news waits in Baton."
        : "An admin has not connected email, Slack or Teams. Once they have, you choose here what you are told by it, and when not. Until then all news waits for you in Baton."}
    </EmptyState>
  );
}
