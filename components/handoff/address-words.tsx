import { Fragment } from "react";

/**
 * An email address that ends its lines where a reader would: before the domain, which stays whole
 * wherever it fits into a line, and at the dots of the part before it.
 */
export function AddressWords({ email }: { email: string }) {
  const at = email.lastIndexOf("@");
  if (at < 1) return email;
  return (
    <>
      {email
        .slice(0, at)
        .split(/(?=\.)/)
        .map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which may be alike.
          <Fragment key={place}>
            {place > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
      <wbr />
      <span className="inline-block max-w-full [text-decoration:inherit]">{email.slice(at)}</span>
    </>
  );
}
