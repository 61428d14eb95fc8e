const AGAIN = "Try again; if it stays so, tell your admin.";

/** By the codes that next-auth puts into the address, and one of ours. */
const WORDS = new Map([
  ["AccessDenied", "Nobody with this address has access. Ask your admin to add you."],
  [
    "Unverified",
    "Your address is not verified where you signed in, so it may not be yours. Have it verified there, then try again.",
  ],
  ["OAuthSignin", `Single sign-on does not answer. ${AGAIN}`],
  ["Callback", `You are not signed in: it was cancelled, or it did not work. ${AGAIN}`],
]);

/** Why somebody who tried is not signed in, and what to do. */
export function SignInError({ code }: { code: string }) {
  return (
    <p role="alert" className="mb-1 text-small text-bad">
      {WORDS.get(code) ?? `Signing in did not work. ${AGAIN}`}
    </p>
  );
}
