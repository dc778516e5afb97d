"use client";

import NextLink from "next/link";
import type { ComponentProps } from "react";

/** Next's link without fetching ahead: a page holds dozens of links, and each of those would be rendered for nobody. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
