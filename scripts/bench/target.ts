/** Pages that are asked for in turn, with a cookie where somebody is signed in. */
export type Target = {
  name: string;
  origin: string;
  paths: readonly string[];
  cookie?: string;
  /** A text that the page must hold, so that no error page is ever measured. */
  holds: string;
};

/** One page of a target, as a browser would get it. Throws where it is not the page it should be. */
export async function page({ name, origin, cookie, holds }: Target, path: string): Promise<string> {
  const headers = cookie ? { cookie } : undefined;
  const answer = await fetch(origin + path, { headers, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes(holds))
    throw new Error(`${name} answers ${answer.status} without '${holds}' at ${path}.`);
  return text;
}
