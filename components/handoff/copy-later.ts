import { type Outcome, refused } from "@/lib/access/outcome";

const FORBIDDEN = "The browser did not let us copy. Allow the clipboard, then try again.";

/**
 * Puts text on the clipboard that is still on its way. Safari lets a page write only within the
 * press itself, so it is handed the promise and waits for it.
 */
export async function copyLater(coming: Promise<Outcome<string>>): Promise<Outcome<string>> {
  const blob = coming.then((answer) => {
    if (!answer.ok) throw new Error(answer.reason);
    return new Blob([answer.value], { type: "text/plain" });
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return await coming;
  } catch {
    const answer = await coming;
    return answer.ok ? refused(FORBIDDEN) : answer;
  }
}
