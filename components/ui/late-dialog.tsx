"use client";

import type { ComponentProps } from "react";
import type { Dialog } from "./dialog";
import { later } from "./later";

const Late = later(() => import("./dialog").then((file) => file.Dialog));

/** A dialog whose code comes when it is first opened: a page that seldom opens one loads without. */
export function LateDialog(props: ComponentProps<typeof Dialog>) {
  return props.open && <Late {...props} />;
}
