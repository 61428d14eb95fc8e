export type Crumb = { label: string; href?: string };

/** The way back up; the last crumb is the page itself and no link. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="text-small text-soft print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {crumbs.map(({ label, href }) => (
          <li
            key={label}
            className="flex min-h-6 items-center gap-1.5 not-first:before:text-faint not-first:before:content-['/']"
          >
            {href ? (
              <a href={href} className="inline-flex min-h-6 items-center hover:text-ink">
                {label}
              </a>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
