type KeyPress = Pick<
  KeyboardEvent,
  | "key"
  | "code"
  | "shiftKey"
  | "ctrlKey"
  | "metaKey"
  | "altKey"
  | "isComposing"
  | "defaultPrevented"
>;

/** The last letter of Latin script: what a layout of another script writes comes after it. */
const LAST_LATIN = "\u024f";

/**
 * The key of a press, in lower case. On a layout of another script it is the one at its place: no key
 * there writes the letter that is printed on our buttons.
 */
export function keyOf({
  key,
  code,
  shiftKey,
}: Pick<KeyPress, "key" | "code" | "shiftKey">): string {
  if (key.length > 1 || key <= LAST_LATIN) return key.toLowerCase();
  if (code === "Slash" && shiftKey) return "?";
  return code.replace(/^(Key|Digit)/, "").toLowerCase();
}

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
  const key = keyOf(press);
  return key.length === 1 ? key : undefined;
}
