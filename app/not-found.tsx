import { PlainPage } from "@/components/shell/plain-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainPage
      title="Nothing here for you"
      lead="The page does not exist, or it is someone else’s. If you were sent this link, ask the sender."
    >
      <ButtonLink href="/" variant="primary">
        Go to your start page
      </ButtonLink>
    </PlainPage>
  );
}
