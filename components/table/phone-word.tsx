/** A value whose column has no header on a phone: there its word stands before it, and it wraps where it must. */
export function PhoneWord({ word, children }: { word: string; children: string }) {
  return (
    <span className="max-xl:whitespace-normal">
      <span className="text-faint roomy:hidden">{word} </span>
      {children}
    </span>
  );
}
