/** One look for whatever is typed into or chosen from. 16 px on touch, or a phone zooms in. */
export const controlLook = [
  "block w-full min-h-8 rounded-control border border-control bg-surface px-2.5 py-[5px] text-body text-ink",
  "pointer-coarse:min-h-11 pointer-coarse:text-[16px]",
  "focus-visible:border-accent focus-visible:outline-offset-0",
  "aria-invalid:border-bad disabled:border-line disabled:text-faint",
].join(" ");
