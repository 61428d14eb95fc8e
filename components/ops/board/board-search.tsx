import Form from "next/form";
import { type BoardFilter, boardQuery } from "@/lib/documentation/board/filter";
import { controlLook } from "../../form/control-look";
import { classNames } from "../../ui/class-names";
import { Kbd } from "../../ui/kbd";

/** Searches what is shown by name, company or address; the rest of the filter stays. */
export function BoardSearch({ filter }: { filter: BoardFilter }) {
  const kept = Object.entries(boardQuery({ ...filter, search: "", cursor: null }));
  return (
    <Form action="/ops" role="search" scroll={false} className="relative max-md:w-full md:w-72">
      {kept.map(([name, value]) =>
        value ? (
          <input key={name} type="hidden" name={name} value={value === true ? "1" : value} />
        ) : null,
      )}
      <label htmlFor="q" data-shortcut="/" className="sr-only">
        Search
      </label>
      <input
        key={filter.search}
        id="q"
        name="q"
        type="search"
        autoComplete="off"
        defaultValue={filter.search}
        placeholder="Name, company or email"
        className={classNames(controlLook, "pr-8")}
      />
      {!filter.search && (
        <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center">
          <Kbd silent>/</Kbd>
        </span>
      )}
    </Form>
  );
}
