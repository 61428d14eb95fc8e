/** How a row looks: a line of the table, and under 1024 px a block of two lines. */
export const rowLook = [
  "group/row relative hover:bg-hover focus-within:bg-accent-wash aria-[current]:bg-accent-wash",
  "narrow:-mx-4 md:narrow:-mx-7 md:narrow:px-7 narrow:grid narrow:grid-cols-[minmax(0,1fr)_auto] narrow:gap-x-3 narrow:gap-y-1 narrow:border-b narrow:border-line narrow:px-4 narrow:py-2.5",
].join(" ");
