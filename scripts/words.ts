import { Explained } from "./step";

/** Reads a command's words by `read`; what it does not know is said in words, with the usage. */
export function explained<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [first = ""] =
      error instanceof Error ? error.message.split(/\.?\n|\. /) : [String(error)];
    throw new Explained(`${first}.\n${usage}`);
  }
}
