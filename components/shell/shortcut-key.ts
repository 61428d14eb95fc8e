type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented"
>;

const TYPED_INTO =
  "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=textbox], [role=menu]";

/**
 * The single key that a press means, in lower case, or nothing: never with a modifier, never while
 * an input method composes, never in a field or a menu, where letters are for writing and choosing,
 * and never once a person has switched single keys off (WCAG 2.1.4).
 */
export function shortcutKey(press: KeyPress, target: EventTarget | null): string | undefined {
  if (document.documentElement.dataset.keys === "off") return undefined;
  if (press.defaultPrevented || press.isComposing) return undefined;
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (target instanceof Element && target.closest(TYPED_INTO)) return undefined;
  return press.key.length === 1 ? press.key.toLowerCase() : undefined;
}
