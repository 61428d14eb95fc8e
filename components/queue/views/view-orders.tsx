"use client";

import { queueAddress } from "@/lib/platform/address";
import { type QueueView, viewQuery } from "@/lib/queue/view";
import { columnsOfList } from "../columns";

type ViewOrdersProps = { view: QueueView; onFollow: () => void };

/** What the heads of the columns are on a desk: the orders of the list, under 1024 px only. */
export function ViewOrders({ view, onFollow }: ViewOrdersProps) {
  const { sort } = view;
  const orders = columnsOfList(view).flatMap(({ id, header, meta }) =>
    id && meta?.sort && typeof header === "string" ? [{ id, header, first: meta.sort }] : [],
  );
  const hrefOf = (by: string, first: QueueView["sort"]["direction"]) => {
    const other = first === "ascending" ? "descending" : "ascending";
    const direction = sort.by === by && sort.direction === first ? other : first;
    const asked = `${direction === "descending" ? "-" : ""}${by}`;
    return queueAddress({ ...viewQuery({ ...view, asOf: null }), sort: asked });
  };
  return (
    <section aria-labelledby="orders" className="mb-5 roomy:hidden">
      <h3 id="orders" className="mb-1.5 text-label font-medium text-soft">
        Order
      </h3>
      <ul className="flex flex-wrap gap-x-1.5 gap-y-2">
        {orders.map(({ id, header, first }) => {
          const current = sort.by === id;
          return (
            <li key={id}>
              <a
                href={hrefOf(id, first)}
                data-in-place=""
                aria-current={current ? "true" : undefined}
                onClick={onFollow}
                className="chip"
              >
                {header}
                {current && (sort.direction === "ascending" ? " ↑" : " ↓")}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
