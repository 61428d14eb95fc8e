type Crumb = { label: string; href?: string };

/** The way back up; the last crumb is the page itself and no link. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="text-small text-soft print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {crumbs.map(({ label, href }) => (
          <li
            key={label}
            className="flex min-h-6 min-w-0 pointer-coarse:min-h-11 items-center gap-1.5 not-first:before:text-faint not-first:before:content-['/']"
          >
            {href ? (
              <a
                href={href}
                className="truncate leading-6 hover:text-ink max-md:max-w-[24ch] pointer-coarse:-my-2.5 pointer-coarse:leading-11"
              >
                {label}
              </a>
            ) : (
              <span aria-current="page" className="truncate max-md:max-w-[24ch]">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
