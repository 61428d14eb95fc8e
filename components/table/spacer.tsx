/** The room of rows that are not in the page now. Its height is an attribute, not a style. */
export function spacer(height: number, columns: number) {
  if (height < 1) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no row of a table takes the focus.
    <tr aria-hidden="true" className="narrow:block">
      <td colSpan={columns} height={Math.round(height)} className="p-0 narrow:block" />
    </tr>
  );
}
