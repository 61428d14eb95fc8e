import { ButtonLink } from "../ui/button-link";

type PageLinksProps = {
  /** Where one is: "1–50 of 10,000 leads". */
  text: string;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
};

/** Under a table that has more pages than one. */
export function PageLinks({ text, previousHref, nextHref }: PageLinksProps) {
  return (
    <nav
      aria-label="Pages"
      className="flex min-h-12 items-center gap-2 text-small text-faint print:hidden"
    >
      <p className="num mr-auto">{text}</p>
      {previousHref && <ButtonLink href={previousHref}>Previous page</ButtonLink>}
      {nextHref && <ButtonLink href={nextHref}>Next page</ButtonLink>}
    </nav>
  );
}
