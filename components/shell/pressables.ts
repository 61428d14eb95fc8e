type Pressable = { key: string; name: string; element: HTMLElement };

/** Whatever carries a key and is in sight now. */
export const inReach = () =>
  [...document.querySelectorAll<HTMLElement>("[data-shortcut]")].filter((each) =>
    each.checkVisibility(),
  );

/** The page's own buttons are the list of its keys, so that it can never be out of date. */
export function pressables(): Pressable[] {
  return inReach().map((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
    return {
      key: element.dataset.shortcut?.toUpperCase() ?? "",
      name: element.dataset.does ?? element.getAttribute("aria-label") ?? copy.textContent.trim(),
      element,
    };
  });
}
