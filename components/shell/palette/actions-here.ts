import { pressables } from "../pressables";
import type { PaletteItem } from "./palette-items";

/** The page's own buttons that have a key, as far as they are in sight. */
export function actionsHere(): PaletteItem[] {
  return pressables().map(({ key, name, element }) => ({
    id: key + name,
    label: name,
    kbd: key,
    press: () => element.click(),
  }));
}
