type TabLink = { href: string; label: string; count?: number | string; current: boolean };

/** Views of one page, each with its own address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="sideways flex gap-5 border-b border-line print:hidden">
      {tabs.map(({ href, label: name, count, current }) => (
        <a
          key={href}
          href={href}
          data-in-place=""
          aria-current={current ? "page" : undefined}
          className="tab"
        >
          {name}
          {count !== undefined && <span className="num text-faint">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
