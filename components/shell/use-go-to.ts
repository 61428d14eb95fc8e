import { useRouter } from "next/navigation";
import { useToast } from "../ui/toast";
import { canOpen } from "./reachable";

/**
 * Opens a page of ours in place of this one, or says that it stays: without a network or a server the
 * browser would put a page of its own there, and what one is just reading or dialling would be gone.
 */
export function useGoTo(): (href: string, options?: { scroll: boolean }) => Promise<void> {
  const router = useRouter();
  const { say } = useToast();
  return async (href, options) => {
    if (await canOpen()) router.push(href, options);
    else say({ text: "No connection, so this page stays." });
  };
}
