/** What this browser keeps under a key, until it is saved; null where that is nothing. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Every text that is kept under a key that begins so. */
export function keptUnder(prefix: string): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.flatMap((key) => kept(key) ?? []);
  } catch {
    return [];
  }
}

/** Keeps a text: a closed tab, an ended session and a new version lose none. "" and null forget it. */
export function keep(key: string, text: string | null): void {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden storage must not stop anyone from typing; saving still works.
  }
}
