type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented"
>;

const TYPED_INTO = "input, textarea, select, [contenteditable], [role=textbox], [role=menu]";

/**
 * The single key that a press means, in lower case, or nothing: never with a modifier, never while
 * an input method composes, never in a field or a menu, where letters are for writing and choosing.
 */
export function shortcutKey(press: KeyPress, target: EventTarget | null): string | undefined {
  if (press.defaultPrevented || press.isComposing) return undefined;
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (target instanceof Element && target.closest(TYPED_INTO)) return undefined;
  return press.key.length === 1 ? press.key.toLowerCase() : undefined;
}
