const KINDS = [
  {
    name: "Leads",
    needs: "An email address, or the id that the lead has in the other system.",
    becomes:
      "Each goes through enrichment and the gate like any other lead. What is missing is named.",
  },
  {
    name: "Activities",
    needs: "Whose it is, what happened, and when.",
    becomes: "Each is kept once, and its lead is judged again. The lead has to be known already.",
  },
  {
    name: "Outcomes",
    needs: "Whose deal it is, and when it was won.",
    becomes: "Each is attached to its lead. All other columns are kept with it.",
  },
];

/** What can be imported, and what a file must have for it. */
export function FileAdvice({ megabytes }: { megabytes: number }) {
  return (
    <div className="flex max-w-[60ch] flex-col gap-4">
      {KINDS.map(({ name, needs, becomes }) => (
        <div key={name}>
          <h2 className="font-semibold">{name}</h2>
          <p>{needs}</p>
          <p className="text-soft">{becomes}</p>
        </div>
      ))}
      <p className="border-t border-line pt-4 text-small text-faint">
        The first line names the columns. Commas, semicolons, tabs and pipes are understood, and so
        are UTF-8, UTF-16 and Windows files, up to {megabytes} MB. The same file twice changes
        nothing.
      </p>
    </div>
  );
}
