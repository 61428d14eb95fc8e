"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { Dialog } from "./dialog";

const Late = lazy(() => import("./dialog").then((module) => ({ default: module.Dialog })));

/** A dialog whose code comes when it is first opened: a page that seldom opens one loads without. */
export function LateDialog(props: ComponentProps<typeof Dialog>) {
  if (!props.open) return null;
  return (
    <Suspense>
      <Late {...props} />
    </Suspense>
  );
}
