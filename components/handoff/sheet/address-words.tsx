import { Fragment } from "react";

/**
 * An email address that ends its lines where a reader would: before the domain, at a hyphen of it, and
 * at the dots of the part before it; no line begins with '.example'.
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
      {email.slice(at)}
    </>
  );
}
